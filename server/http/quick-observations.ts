import { LRUCache } from "lru-cache";
import type { z } from "zod";
import type { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import type { PartsOf } from "../contract/paths.ts";
import type { Format } from "../contract/query.ts";
import { formatRow } from "../csv/format-row.ts";
import { writeJson } from "../domain/exact-json.ts";
import { type Pool, reading } from "../sql/database.ts";
import { type Basis, selectBasis } from "../sql/select-basis.ts";
import { selectObservationText, type TextLayout } from "../sql/select-observation-text.ts";
import type { SeriesRow } from "../sql/select-series.ts";
import { isSameState, selectState, type State } from "../sql/select-state.ts";
import type { Shortcut } from "./answer.ts";
import { findSeries } from "./find-series.ts";
import { typeOf } from "./format.ts";
import { headOf } from "./observation-head.ts";

/** Series that are known, about 2 kB each. */
const knownCount = 5_000;

/** Longer answers are sent in pieces, in constant memory. */
const mostObservations = 20_000;

type Endpoint = typeof endpoints.observations;
type Place = PartsOf<Endpoint["path"]>;
type Query = z.output<Endpoint["query"]>;

/** A series as it was in one state of the database, and what answers about it stood on then. */
interface KnownSeries {
  series: SeriesRow;
  basis: Basis;
  state: State;
}

/**
 * The plain observations of a series in one statement, which writes their text and tells the state that it saw. What is
 * known of the series from before holds in that state alone; in any other the general way is taken, and it is learnt
 * anew. `readers` runs each statement as a transaction that cannot write.
 */
export function quickObservations(readers: Pool): Shortcut {
  const known = new LRUCache<string, KnownSeries>({ max: knownCount });
  return async function answerQuickly({ params, query, format, language }, isKnown) {
    const place = params as Place;
    const range = plainRange(query as Query);
    const layout = layouts[format];
    if (!range || !layout) return null;
    const name = `${place.dataset}/${place.key}`;
    const found = known.get(name) ?? (await learn(readers, place));
    known.set(name, found);
    const { series, basis, state } = found;
    if (series.observationCount > mostObservations || isKnown(basis, false)) return null;
    const seen = await selectObservationText(readers, layout, { ...series, ...range });
    if (isSameState(seen, state)) {
      const text = around[layout](series, language, seen.pieces);
      return { basis, endsWithDay: false, content: { type: typeOf(format), text } };
    }
    known.delete(name);
    return null;
  };
}

const layouts: Readonly<Partial<Record<Format, TextLayout>>> = { json: "json", csv: "csv" };

/** What a question asks for, when it asks for nothing but a range; null where there is more to do. */
function plainRange(query: Query) {
  const { start = null, end = null, last = null, order = "asc", units = "lin" } = query;
  const { frequency, aggregate, base, limit, cursor, sep, decimal } = query;
  const more = [frequency, aggregate, base, limit, cursor, sep, decimal];
  const isPlain = units === "lin" && more.every((part) => part === undefined);
  // What contradicts itself is refused by the general way.
  const isInOrder = start === null || end === null || start <= end;
  return isPlain && isInOrder ? { start, end, last, order } : null;
}

function learn(readers: Pool, place: Place): Promise<KnownSeries> {
  return reading(readers, async (db) => {
    const series = await findSeries(db, null, place);
    const basis = await selectBasis(db, null, { series: [series.seriesId] });
    return { series, basis, state: await selectState(db) };
  });
}

/** What stands around the observations. */
const around: Record<
  TextLayout,
  (series: SeriesRow, language: Language, pieces: readonly string[]) => Buffer
> = {
  json(series, language, pieces) {
    const head = writeJson(headOf(series, language)).slice(0, -1);
    return bytesOf(`${head},"observations":[`, [...pieces, `],"next":null}`]);
  },
  csv: (_series, _language, pieces) => bytesOf(formatRow(["period", "value", "status"]), pieces),
};

/** Written into one place at once: each way by another string would copy the whole long text. */
function bytesOf(head: string, ascii: readonly string[]): Buffer {
  const headLength = Buffer.byteLength(head);
  const length = ascii.reduce((sum, each) => sum + each.length, headLength);
  const bytes = Buffer.allocUnsafe(length);
  let at = bytes.write(head);
  for (const each of ascii) at += bytes.write(each, at, "latin1");
  return bytes;
}
