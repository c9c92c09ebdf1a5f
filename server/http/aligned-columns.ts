import type { z } from "zod";
import { Transform } from "../contract/derivation.ts";
import type { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { type MeasureRow, selectMeasures } from "../sql/select-measures.ts";
import type { AsOf } from "../sql/visible.ts";
import { headOf } from "./observation-head.ts";
import { type Derivation, derivationOf, refusedParameter } from "./observation-question.ts";
import { refuseMask } from "./refuse-mask.ts";
import type { Head } from "./write-observations.ts";

/** The query of a question for several series, as it was parsed. */
export type AlignedQuery = z.output<(typeof endpoints)["aligned"]["query"]>;

/** A series as it was asked for: `FX/D.USD.KGS.MARKET:pch`. */
export interface NamedColumn {
  /** As the column is headed: with the transform, unless the values are told as they are. */
  name: string;
  dataset: string;
  key: string;
  units: Transform;
}

/** A column of the table. */
export interface Column {
  name: string;
  series: MeasureRow;
  derivation: Derivation;
  head: Head;
}

/** The columns that the query names. Throws "invalid-query" for a name that is none, and for one that comes twice. */
export function readColumns({ series, units = "lin" }: AlignedQuery): NamedColumn[] {
  const columns = series.map((text) => readColumn(text, units));
  const repeated = columns.find(({ name }, at) =>
    columns.slice(0, at).some((before) => before.name === name),
  );
  if (repeated) throw refusedParameter("series", `${repeated.name} is asked for twice`);
  return columns;
}

function readColumn(text: string, units: Transform): NamedColumn {
  const [, dataset = "", key = "", , suffix] = /^([^/:]+)\/([^/:]+)(:(.*))?$/.exec(text) ?? [];
  if (dataset === "")
    throw refusedParameter("series", `${text} is no name; write FX/D.USD.KGS.MARKET`);
  refuseMask(key, "series");
  const own = Transform.safeParse(suffix ?? units);
  if (!own.success)
    throw refusedParameter("series", `${text} asks for ${String(suffix)}; ${transformsTold}`);
  const name = own.data === "lin" ? `${dataset}/${key}` : `${dataset}/${key}:${own.data}`;
  return { name, dataset, key, units: own.data };
}

const transformsTold = `after the colon comes one of ${Transform.options.join(", ")}`;

/** The series of the columns and how each is derived. Throws a KursError where one is not there, or cannot be told so. */
export async function findColumns(
  db: Reader,
  asOf: AsOf,
  named: readonly NamedColumn[],
  { query, language }: { query: AlignedQuery; language: Language },
): Promise<Column[]> {
  const found = await selectMeasures(db, asOf, named);
  const known = new Map(found.map((series) => [`${series.dataset}/${series.key}`, series]));
  const columns = named.map(({ name, dataset, key, units }): Column => {
    const place = `${dataset}/${key}`;
    const series = known.get(place);
    if (!series) throw unknownSeries(place);
    const derivation = derivationOf(query, { ...series, name: place }, units);
    return { name, series, derivation, head: headOf(series, language) };
  });
  refuseUnlike(columns);
  return columns;
}

function unknownSeries(name: string): KursError {
  const message = `series: no series has the name ${name}`;
  return new KursError("unknown-series", message, { errors: [{ parameter: "series", message }] });
}

function refuseUnlike(columns: readonly Column[]): void {
  const [first] = columns;
  const other = columns.find(
    ({ derivation }) => derivation.frequency !== first?.derivation.frequency,
  );
  if (!first || !other) return;
  throw refusedParameter(
    "frequency",
    `${first.name} is ${first.series.frequency} and ${other.name} is ${other.series.frequency}; ask for a frequency that both can be told by`,
  );
}
