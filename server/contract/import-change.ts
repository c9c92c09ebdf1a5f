import { z } from "zod";
import { PeriodText, Status } from "./observation.ts";

/** One observation that an import added, revised or withdrew. */
export const ImportChange = z.strictObject({
  series: z.string(),
  period: PeriodText,
  /** The value before; null where there was no observation, or one without a figure. */
  from: z.number().nullable(),
  /** The value since; null where the source says that there is no figure, and where the observation was withdrawn. */
  to: z.number().nullable(),
  /** Null where an undo withdrew the observation. */
  status: Status.nullable(),
  /** The line of the file that says it: of the import's own, or, after an undo, of the import restored. */
  line: z.int().nullable(),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** The changes of an import, in the order of series and period. */
export const ImportChanges = z.strictObject({
  changes: z.array(ImportChange),
  /** A cursor to the rest; null when this is all. */
  next: z.string().nullable(),
});
export type ImportChanges = z.infer<typeof ImportChanges>;
