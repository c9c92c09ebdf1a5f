import { z } from "zod";
import { Status } from "./observation.ts";

const Column = z.union([
  z.string(),
  z.strictObject({ column: z.string() }),
  z.strictObject({ index: z.int().min(0) }),
]);
const Constant = z.strictObject({ value: z.union([z.string(), z.number()]).transform(String) });

/** Where a field stands: a header's name, `{ column }`, `{ index }` counted from 0, or `{ value }` for a constant. */
export const FieldPlace = z.union([Column, Constant]);
export type FieldPlace = z.infer<typeof FieldPlace>;

/** A period may also stand once for the whole file, in a cell of a physical line (counted from 1) above the rows. */
export const PeriodPlace = z.union([
  FieldPlace,
  z.strictObject({ line: z.int().min(1), index: z.int().min(0) }),
]);
export type PeriodPlace = z.infer<typeof PeriodPlace>;

const coded = {
  /** What the file writes, and the code that it means; with a nominal where the file writes that too (`JPY100`). */
  codes: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.strictObject({ code: z.string(), nominal: z.int().positive().optional() }),
      ]),
    )
    .optional(),
  /** Takes `100 JPY` apart, by the named groups `code` and `nominal`. */
  pattern: z.string().optional(),
  /** The codes are ISO 4217 numbers: `840`, `036`. */
  numeric: z.literal(true).optional(),
};

/** Where a dimension's code stands. Names become codes by `codes`, `pattern` and `numeric`, by nothing else. */
export const DimensionPlace = z.union([
  z.string(),
  z.strictObject({ column: z.string(), ...coded }),
  z.strictObject({ index: z.int().min(0), ...coded }),
  Constant,
]);
export type DimensionPlace = z.infer<typeof DimensionPlace>;

/** Where a status stands; `codes` turns a publisher's own flags into those of SDMX. */
export const StatusPlace = z.union([
  FieldPlace,
  z.strictObject({ column: z.string(), codes: z.record(z.string(), z.string()) }),
  z.strictObject({ index: z.int().min(0), codes: z.record(z.string(), z.string()) }),
]);
export type StatusPlace = z.infer<typeof StatusPlace>;

const WideColumn = z.union([
  z.string(),
  z.strictObject({
    code: z.string(),
    /** A number, or the column that has it: `USD_quant`. */
    nominal: z.union([z.int().positive(), z.strictObject({ column: z.string() })]).optional(),
  }),
]);

/**
 * Several values in a row: by headers that are codes, by headers that a pattern takes apart, or by headers that are
 * periods.
 */
export const Wide = z.union([
  z.strictObject({ dimension: z.string(), columns: z.record(z.string(), WideColumn) }),
  z.strictObject({ dimension: z.string(), pattern: z.string() }),
  z.strictObject({ period: z.literal(true), pattern: z.string() }),
  /** Named groups are dimensions, `nominal` or `period`: `^(?<BASE>[A-Z]{3})/(?<QUOTE>[A-Z]{3})$`. */
  z.strictObject({ pattern: z.string() }),
]);
export type Wide = z.infer<typeof Wide>;

/** How a file's columns become observations. Each part is optional where it can be recognised. */
export const Mapping = z.strictObject({
  dataset: z.string().optional(),
  encoding: z.string().optional(),
  delimiter: z.string().length(1).optional(),
  decimal: z.enum([".", ","]).optional(),
  skipRows: z.int().min(0).optional(),
  /** The first row read is no header: every column is told by its index. */
  header: z.literal(false).optional(),
  /** Quotes are letters like others, where a file does not write them as RFC 4180 does. */
  quotes: z.literal("text").optional(),
  /** Only rows with one of these texts in the column are read, as `{ "EXR_TYPE": ["SP00"] }`. */
  rows: z.record(z.string(), z.array(z.string())).optional(),
  period: PeriodPlace.optional(),
  /** As `DD.MM.YYYY`, `D MMM YYYY`, `[Q]Q YYYY` or `EXCEL`; absent for periods as SDMX writes them. */
  dateFormat: z.string().optional(),
  /**
   * A time zone, as `Asia/Almaty`: a time with an offset or `Z` is of the day that it was there. Absent, the written
   * day is kept.
   */
  zone: z.string().optional(),
  /** A date stands for the month, quarter, half-year or year that ends on it; absent, for the one that begins on it. */
  dayOfPeriod: z.literal("last").optional(),
  value: FieldPlace.optional(),
  nominal: FieldPlace.optional(),
  nominalPower: Column.optional(),
  status: StatusPlace.optional(),
  /** The sign or word of money that stands with every number, as `₸`. */
  unit: z.string().optional(),
  /**
   * What else stands for a missing value; with a status for each where its publisher tells them apart: `{ "..": "L" }`.
   */
  missing: z.union([z.array(z.string()), z.record(z.string(), Status.exclude(["A"]))]).optional(),
  /** What a 0 is: a figure like others, or a missing value. Asked for where an indicator begins with a run of them. */
  zeros: z.enum(["figures", "missing"]).optional(),
  /** A column of whole series names, `FX/D.USD.KGS.NBKR`, in place of dimensions. */
  series: Column.optional(),
  dimensions: z.record(z.string(), DimensionPlace).optional(),
  wide: Wide.optional(),
});
export type Mapping = z.infer<typeof Mapping>;
