import type { DatasetShape } from "../domain/dataset-shape.ts";
import { canonicalMapping } from "./canonical-mapping.ts";
import { type Measure, planMeasures } from "./column-plan.ts";
import { askedTogether, columnsOf, withColumns } from "./needs-mapping.ts";
import { inspectFile } from "./inspect-file.ts";
import { decide } from "./decide.ts";
import { type FileHead, readHead } from "./read-head.ts";
import type { Framing } from "./read-records.ts";
import { recogniseColumns } from "./recognise-columns.ts";
import { recogniseFraming } from "./recognise-framing.ts";
import type { Recognised, SenderHints } from "./recognised.ts";

/** What a file is understood with. */
interface Known {
  datasets: readonly DatasetShape[];
  request: SenderHints;
  maxRows?: number | undefined;
}

/** Where the periods and the values of the records stand. */
function planColumns(measures: readonly Measure[]): Pick<Recognised, "periodAt" | "valuesAt"> {
  const valuesAt = measures.flatMap(({ value }) => (value.at === null ? [] : [value.at]));
  return { periodAt: measures[0]?.period.at ?? null, valuesAt };
}

/**
 * Understands a file: its encoding, its delimiter and its columns, with the mapping where there is one and
 * without it for Kurs's own layouts and SDMX-CSV. Throws `unreadable-file` for what is no CSV file,
 * `unknown-dataset`, and `needs-mapping` with what was recognised, what is missing, and sample lines. `maxRows` is the most
 * rows that a file may have.
 */
export async function recognise(
  path: string,
  { datasets, request, maxRows }: Known,
): Promise<Recognised> {
  const given = request.mapping ?? {};
  const { encoding } = await inspectFile(path, given.encoding);
  const cut = await recogniseFraming(path, encoding, given);
  const head = await readHead(path, cut, given);
  const columns = columnsOf(head.header, head.rows);
  try {
    const recognised = await recogniseBelow(path, cut, head, { datasets, request, maxRows });
    return { ...recognised, columns };
  } catch (error) {
    throw withColumns(error, columns);
  }
}

/** Understands what stands below a head that was found. */
async function recogniseBelow(
  path: string,
  cut: Framing,
  { header, headerLine, rows, stated }: FileHead,
  { datasets, request, maxRows }: Known,
): Promise<Omit<Recognised, "columns">> {
  const framing = { ...cut, skipRows: Math.max(cut.skipRows, headerLine - 1) };
  const told = { header, rows, datasets, told: request };
  const { mapping: columns, asked, ...found } = recogniseColumns(told);
  const { dataset, structure, unscaled, hasPoint } = found;
  // Throws for a column that is not there.
  const measures = planMeasures(columns, header, dataset, stated?.text);
  const undecided = {
    ...framing,
    mapping: { ...columns, ...framing },
    header,
    headerLine,
    measures,
    hasPoint,
  };
  const decided = await decide(path, undecided, maxRows).catch((error: unknown) => {
    throw asked ? askedTogether(asked, error) : error;
  });
  if (asked) throw asked;
  const { mapping: conventions, firstLine, lastLine } = decided;
  const mapping = canonicalMapping(
    { ...undecided.mapping, ...conventions, ...(headerLine === 0 && { header: false }) },
    dataset,
  );
  const source = request.source ?? null;
  const rowBounds = { firstLine, lastLine, ...planColumns(measures) };
  return {
    ...framing,
    mapping,
    header,
    headerLine,
    stated,
    structure,
    unscaled,
    source,
    ...rowBounds,
  };
}
