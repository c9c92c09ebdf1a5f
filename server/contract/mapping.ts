import { z } from "zod";

const Column = z.union([
  z.string(),
  z.strictObject({ column: z.string() }),
  z.strictObject({ index: z.int().min(0) }),
]);
const Constant = z.strictObject({ value: z.union([z.string(), z.number()]).transform(String) });

/** Where a field stands: a header's name, `{ column }`, `{ index }` counted from 0, or `{ value }` for a constant. */
export const FieldPlace = z.union([Column, Constant]);
export type FieldPlace = z.infer<typeof FieldPlace>;

/** Where a dimension's code stands. `codes` turns what the file says into codes; nothing else does. */
export const DimensionPlace = z.union([
  z.string(),
  z.strictObject({ column: z.string(), codes: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ index: z.int().min(0), codes: z.record(z.string(), z.string()).optional() }),
  Constant,
]);
export type DimensionPlace = z.infer<typeof DimensionPlace>;

const WideColumn = z.union([
  z.string(),
  z.strictObject({ code: z.string(), nominal: z.int().positive().optional() }),
]);

/** Several values in a row: by headers that are codes, by headers that a pattern takes apart, or by headers that are periods. */
export const Wide = z.union([
  z.strictObject({ dimension: z.string(), columns: z.record(z.string(), WideColumn) }),
  z.strictObject({ dimension: z.string(), pattern: z.string() }),
  z.strictObject({ period: z.literal(true), pattern: z.string() }),
  /** Named groups are dimensions: `^(?<BASE>[A-Z]{3})/(?<QUOTE>[A-Z]{3})$`. */
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
  period: FieldPlace.optional(),
  dateFormat: z.string().optional(),
  value: FieldPlace.optional(),
  nominal: FieldPlace.optional(),
  nominalPower: Column.optional(),
  status: FieldPlace.optional(),
  missing: z.array(z.string()).optional(),
  /** A column of whole series names, `FX/D.USD.KGS.NBKR`, in place of dimensions. */
  series: Column.optional(),
  dimensions: z.record(z.string(), DimensionPlace).optional(),
  wide: Wide.optional(),
});
export type Mapping = z.infer<typeof Mapping>;
