import type { Reader } from "./database.ts";
import { onlyRow } from "./only-row.ts";

/**
 * What all answers stand on: the last import of all, 0 before the first, and the generation of catalogue and events.
 */
export interface State {
  lastImport: number;
  generation: number;
}

/** True when nothing that can be read was committed between the two. */
export function isSameState(one: State, other: State): boolean {
  return one.lastImport === other.lastImport && one.generation === other.generation;
}

/** Columns that tell the state which a statement sees. */
export const stateColumns = `
  coalesce((select max(import_id) from import), 0) as "lastImport",
  (select generation from catalogue) as generation`;

/** The state that a transaction sees. */
export async function selectState(db: Reader): Promise<State> {
  return onlyRow(await db.query<State>({ name: "select-state", text: `select ${stateColumns}` }));
}
