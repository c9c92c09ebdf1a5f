import { z } from "zod";

/** The name of a stored mapping: a source's code, or any other word. */
export const MappingName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "takes letters, digits, dots, dashes and underscores")
  .meta({ description: "The name of a stored mapping", examples: ["NBKR"] });

/** The stored mappings by name. */
export const Mappings = z.strictObject({
  mappings: z.array(
    z.strictObject({ name: MappingName, savedBy: z.string(), savedAt: z.iso.datetime() }),
  ),
});
export type Mappings = z.infer<typeof Mappings>;
