import type { Mapping } from "../contract/mapping.ts";
import type { DatasetShape, DimensionShape } from "../domain/dataset-shape.ts";
import { KursError } from "../domain/kurs-error.ts";
import { columnsForDimension } from "./column-name.ts";
import { needsMapping } from "./needs-mapping.ts";
import type { Head } from "./recognise-columns.ts";
import { structureCode } from "./recognise-structure.ts";
import type { Structure } from "./recognised.ts";

/** The dataset that the sender names, or the structure column, or the only one that the columns fit. Throws `unknown-dataset`, or `needs-mapping` where none or several fit. */
export function recogniseDataset(
  head: Head,
  layout: Mapping,
  structure: Structure | null,
): DatasetShape {
  const { datasets, told, header, rows } = head;
  const named = layout.dataset ?? told.dataset ?? (structure && structureCode(structure));
  if (named !== null) {
    const found = datasets.find(({ code }) => code === named);
    if (found) return found;
    const known = datasets.map(({ code }) => code).join(", ");
    throw new KursError("unknown-dataset", `There is no dataset ${named}. There are ${known}.`);
  }
  const fitting = datasets.filter((dataset) => fits(dataset, head, layout));
  const widest = fitting.find((one) => fitting.every((other) => covers(one, other)));
  if (widest) return widest;
  const isTransposed = layout.wide !== undefined && "period" in layout.wide;
  throw needsMapping(
    isTransposed
      ? "The headers are periods (a transposed table is read so): name the dataset, and in the mapping which columns, or constants, tell its dimensions."
      : "The columns fit no dataset, or several: name the dataset, and in the mapping what each column is.",
    {
      recognised: layout,
      missing: ["dataset"],
      candidates: { dataset: (fitting.length > 0 ? fitting : datasets).map(({ code }) => code) },
      sample: [header, ...rows.slice(0, 2)].map((cells) => cells.join(" | ").slice(0, 200)),
    },
  );
}

/** Every dimension is told somewhere; the period can tell the frequency, the sender the source. */
function fits({ dimensions, sourceDimension }: DatasetShape, head: Head, layout: Mapping): boolean {
  const isOptional = ({ code }: DimensionShape) => code === "FREQ" || code === sourceDimension;
  return dimensions
    .filter((dimension) => !isOptional(dimension))
    .every(({ code }) => isTold(code, head, layout));
}

function isTold(code: string, { header, told }: Head, { dimensions, wide }: Mapping): boolean {
  if (dimensions?.[code] !== undefined || told.set?.[code] !== undefined) return true;
  if (wide && "dimension" in wide && wide.dimension === code) return true;
  if (wide && "pattern" in wide && wide.pattern.includes(`(?<${code}>`)) return true;
  return columnsForDimension(code, header).length > 0;
}

/** The one has every dimension of the other, so that no column would be left unread. */
function covers(one: DatasetShape, other: DatasetShape): boolean {
  return (
    one === other ||
    (one.dimensions.length > other.dimensions.length &&
      other.dimensions.every(({ code }) => one.dimensions.some((known) => known.code === code)))
  );
}
