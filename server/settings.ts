import { z } from "zod";
import { StartError } from "./contract/start-error.ts";

const flag = z
  .enum(["true", "false"], { error: "takes true or false" })
  .transform((text) => text === "true");
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `takes an address such as ${example}` });
const publicExample = "https://kurs.example.org";
const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `takes a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `takes a whole number from ${least} to ${most}`);

/** Every setting of the environment, with its default. The README documents each. */
export const Settings = z.object({
  PORT: number(0, 65_535).default(8080),
  HOST: z.string().min(1, "takes an address or a host's name").default("127.0.0.1"),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgres://user:password@host:5432/kurs").optional(),
  DATA_DIR: z.string().min(1, "takes a folder").optional(),
  LOAD_FIXTURES: flag.default(true),
  PUBLIC_URL: url(/^https?$/, publicExample)
    .refine((text) => !/[?#]/.test(text), `takes an address such as ${publicExample}`)
    // Paths are put behind it.
    .transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "takes fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
  TRUST_PROXY: flag.default(false),
  IMPORT_MAX_BYTES: number(1, Number.MAX_SAFE_INTEGER).default(268_435_456),
  RATE_LIMIT: number(0, 1_000_000_000).default(6_000),
});
export type Settings = z.infer<typeof Settings>;

/**
 * Reads the settings from an environment. Throws a StartError of one line that names the setting, what it got and what
 * it takes.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== ""));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]);
  throw new StartError(
    `The setting ${name} is "${environment[name] ?? ""}", but ${name} ${issue?.message ?? "is wrong"}.`,
  );
}
