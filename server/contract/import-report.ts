import { z } from "zod";
import { Mapping } from "./mapping.ts";
import { PeriodText, Status, ToldDecimals } from "./observation.ts";

/** Rows with these are refused. */
export const errorCodes = [
  "not-a-number",
  "not-a-period",
  "unknown-code",
  "lookalike-code",
  "retired-code",
  "duplicate-conflict",
  "non-positive-rate",
  "future-period",
  "wrong-field-count",
  "bad-nominal",
  "bad-status",
  "binary-data",
  "quote-damage",
] as const;

/** These stop an import until they are accepted by name. */
export const warningCodes = ["scale", "jump", "inverted", "suspicious-day"] as const;
export const WarningCode = z.enum(warningCodes);
export type WarningCode = z.infer<typeof WarningCode>;

/** These never stop anything. */
export const noticeCodes = [
  "large-move",
  "unchanged",
  "other-source",
  "same-value",
  "duplicate",
  "blank-line",
  "skipped-line",
  "missing-marker",
  "footnote-mark",
  "unwrapped",
  "scientific-year",
  "last-day",
  "same-currency",
  "replaced-character",
] as const;

export const ProblemCode = z.enum([...errorCodes, ...warningCodes, ...noticeCodes]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** Something to say about a line of the file; an `error` refuses its row. */
export const RowProblem = z.strictObject({
  line: z.int().min(1).meta({ description: "Physical line, counted from 1." }),
  column: z.string().nullable(),
  text: z.string().nullable(),
  code: ProblemCode,
  severity: z.enum(["error", "warning", "notice"]),
  message: z.string(),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const ImportFile = z.strictObject({
  name: z.string().nullable(),
  sha256: z.string(),
  bytes: z.int(),
  encoding: z.string(),
  delimiter: z.string(),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const Counts = z.strictObject({
  read: z
    .int()
    .meta({ description: "Observations read: cells with a value or a status, not lines." }),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  withdrawn: z.int().optional().meta({
    description: "Periods that an undo took back and to which no import in force says anything.",
  }),
  rejected: z.int(),
  warnings: z.int(),
});
export type Counts = z.infer<typeof Counts>;

const Revision = z.strictObject({
  series: z.string(),
  period: PeriodText,
  from: z.number().nullable(),
  fromDecimals: ToldDecimals,
  to: z.number().nullable(),
  toDecimals: ToldDecimals,
  percent: z.number().nullable().meta({
    description:
      "`(to/from − 1)·100` to six significant digits; null where there is no figure, or 0, to start from.",
  }),
  line: z.int().nullable().meta({ description: "Null in the report of an undo." }),
});

const FileColumn = z.strictObject({
  name: z.string(),
  cells: z.array(z.string()).meta({ description: "What it has in the first rows." }),
});

/** What only a dry run tells, for whoever looks at the file before it is imported. */
export const ImportPreview = z.strictObject({
  columns: z.array(FileColumn),
  rows: z
    .array(
      z.strictObject({
        line: z.int(),
        series: z.string(),
        period: PeriodText,
        value: z.number().nullable(),
        decimals: ToldDecimals,
        status: Status,
      }),
    )
    .meta({ description: "The first 20 observations as they were read." }),
  additions: z
    .array(
      z.strictObject({
        series: z.string(),
        period: PeriodText,
        value: z.number().nullable(),
        decimals: ToldDecimals,
        line: z.int(),
      }),
    )
    .meta({ description: "The newest 1,000 of the observations that would be added." }),
  codes: z
    .array(
      z.strictObject({
        code: ProblemCode,
        severity: RowProblem.shape.severity,
        count: z.int(),
      }),
    )
    .meta({ description: "How often each problem occurs in the whole file." }),
  lines: z
    .array(z.strictObject({ line: z.int(), text: z.string() }))
    .meta({ description: "The lines of the errors and warnings shown, as the file has them." }),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What an import did, or would do. `problems`, `revisions` and `series` show at most 1,000 each, biggest moves first; counts are exact. */
export const ImportReport = z.strictObject({
  id: z.int().nullable().meta({ description: "Null while nothing is stored." }),
  dryRun: z.boolean(),
  state: z.enum(["preview", "committed", "unchanged", "refused"]),
  at: z.iso.datetime().nullable(),
  by: z.string(),
  file: ImportFile.nullable().meta({ description: "Null in the report of an undo." }),
  mapping: Mapping.nullable(),
  mappingName: z.string().nullable().meta({
    description:
      "The stored mapping that the file took, asked for or not; null when it needed none.",
  }),
  counts: Counts,
  series: z.array(
    z.strictObject({
      series: z.string(),
      added: z.int(),
      revised: z.int(),
      first: PeriodText,
      last: PeriodText,
    }),
  ),
  revisions: z.array(Revision),
  /** Sources that were not known before, by code. Absent from reports of undos, and from old ones. */
  newSources: z.array(z.string()).optional(),
  problems: z.array(RowProblem),
  problemCount: z.int(),
  alreadyImported: z
    .strictObject({ id: z.int(), at: z.iso.datetime(), by: z.string() })
    .nullable()
    .meta({ description: "An earlier import of the same bytes with the same mapping." }),
  undoes: z.int().nullable().meta({ description: "The import that this one takes back." }),
  undoneBy: z.int().nullable(),
  preview: ImportPreview.optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const Imports = z.strictObject({
  imports: z.array(ImportReport),
  next: z.string().nullable(),
});
export type Imports = z.infer<typeof Imports>;
