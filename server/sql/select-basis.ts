import type { Reader } from "./database.ts";
import { onlyRow } from "./only-row.ts";
import type { AsOf } from "./visible.ts";

/** What an answer stands on: series, the series of a dataset, or all that is stored. */
export type Scope = { series: readonly number[] } | { dataset: string } | "all";

/** The last import that an answer could depend on, 0 when there is none, and the generation of catalogue and events. */
export interface Basis {
  importId: number;
  generation: number;
}

const select = (last: string) => `
select
  coalesce((${last} and ($2::integer is null or import_id <= $2)), 0) as "importId",
  (select generation from catalogue) as generation`;

const ofSeries = {
  name: "select-basis-series",
  text: select("select max(import_id) from series_change where series_id = any($1::integer[])"),
};
const ofDataset = {
  name: "select-basis-dataset",
  text: select(`
    select max(import_id)
    from import
    where exists (
      select from series_change join series using (series_id)
      where series_change.import_id = import.import_id and dataset_code = $1
    )`),
};
const ofAll = {
  name: "select-basis-all",
  text: select("select max(import_id) from import where $1::text is null"),
};

/** What the answer to a question of this scope stands on; observations are not read for it. */
export async function selectBasis(db: Reader, asOf: AsOf, scope: Scope): Promise<Basis> {
  const [statement, value] =
    scope === "all"
      ? ([ofAll, null] as const)
      : "series" in scope
        ? ([ofSeries, scope.series] as const)
        : ([ofDataset, scope.dataset] as const);
  return onlyRow(await db.query<Basis>({ ...statement, values: [value, asOf] }));
}
