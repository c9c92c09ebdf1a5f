import { type Pool, reading } from "../sql/database.ts";
import { type Basis, selectBasis } from "../sql/select-basis.ts";
import { isSameState, selectState, type State } from "../sql/select-state.ts";
import type { Shortcut } from "./answer.ts";
import type { KnownPaths } from "./known-paths.ts";
import { type LatestQuery, ratesContent } from "./rates-content.ts";
import { readAlong } from "./read-latest.ts";

/** What answers with rates stood on in one state of the database. */
interface Standing {
  basis: Basis;
  state: State;
}

/**
 * The latest rates along paths that are known, mostly by one statement, which tells the state that it saw. Paths and
 * basis hold in that state alone; in any other the general way is taken, which learns the paths anew. `readers` runs
 * each statement as a transaction that cannot write.
 */
export function quickRates(readers: Pool, known: KnownPaths): Shortcut {
  let standing: Standing | undefined;
  return async function answerQuickly({ query, today }, isKnown) {
    const asked = query as LatestQuery;
    const { base, quotes, source = null, date = null } = asked;
    const paths = known.recall({ base, quotes, source, asOf: null, moment: null });
    if (!paths) return null;
    if (!standing || !isSameState(standing.state, paths.state)) standing = await learn(readers);
    const { basis, state } = standing;
    const endsWithDay = date === null;
    if (!isSameState(state, paths.state) || isKnown(basis, endsWithDay)) return null;
    const latest = await readAlong(readers, null, date, paths);
    // That there is none is told by the general way.
    if (!latest?.size) return null;
    return { basis, endsWithDay, content: ratesContent(asked, date ?? today, latest) };
  };
}

function learn(readers: Pool): Promise<Standing> {
  return reading(readers, async (db) => ({
    basis: await selectBasis(db, null, { dataset: "FX" }),
    state: await selectState(db),
  }));
}
