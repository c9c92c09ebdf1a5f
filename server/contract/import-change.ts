import { z } from "zod";
import { PeriodText, Status, ToldDecimals } from "./observation.ts";

/** One observation that an import added, revised or withdrew. */
export const ImportChange = z.strictObject({
  series: z.string(),
  period: PeriodText,
  from: z.number().nullable().meta({
    description: "The value before; null where there was no observation, or one without a figure.",
  }),
  fromDecimals: ToldDecimals,
  to: z.number().nullable().meta({
    description:
      "The value since; null where the source says that there is no figure, and where the observation was withdrawn.",
  }),
  toDecimals: ToldDecimals,
  status: Status.nullable().meta({ description: "Null where an undo withdrew the observation." }),
  line: z.int().nullable().meta({
    description:
      "The line of the file that says it: of the import's own, or, after an undo, of the import restored.",
  }),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** The changes of an import, in the order of series and period. */
export const ImportChanges = z.strictObject({
  changes: z.array(ImportChange),
  next: z.string().nullable().meta({ description: "A cursor to the rest; null when this is all." }),
});
export type ImportChanges = z.infer<typeof ImportChanges>;
