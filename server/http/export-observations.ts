import type { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import type { Pool, Reader } from "../sql/database.ts";
import type { AsOf } from "../sql/visible.ts";
import { askAligned } from "./ask-aligned.ts";
import { askObservations } from "./ask-observations.ts";
import type { Answer } from "./answer.ts";
import { readingAt } from "./as-of.ts";
import { parse } from "./parse.ts";
import { StreamSlots } from "./stream-slots.ts";

/** What to give out. */
export interface ExportRequest {
  /** Names, each perhaps with a transform. */
  series: readonly string[];
  /** Parameters of the API, as texts; what is undefined is not asked for. */
  query: Readonly<Record<string, string | undefined>>;
}

/**
 * Gives `write` the text that the API answers to the same question, in pieces where it is long: of one series its
 * observations, of several, or of one with a transform, the table. Throws a KursError where there is no answer.
 */
export async function exportObservations(
  pool: Pool,
  { series, query }: ExportRequest,
  now: Date,
  write: (text: string | AsyncIterable<string>) => Promise<void>,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(query).filter(([, text]) => text !== undefined));
  const { asOf: moment, ask } = questionOf(series, given, now);
  await readingAt(pool, moment, now, async (db, { asOf }) => {
    const { body } = await ask(db, asOf);
    const { text } = await body();
    await write(text);
  });
}

interface Asking {
  asOf: string | undefined;
  ask: (db: Reader, asOf: AsOf) => Promise<Answer>;
}

function questionOf(
  series: readonly string[],
  given: Record<string, string | undefined>,
  now: Date,
): Asking {
  const [name = "", ...others] = series;
  const [, dataset, key] = /^([^/:]+)\/([^/:]+)$/.exec(name) ?? [];
  const slots = new StreamSlots(1);
  if (dataset !== undefined && key !== undefined && others.length === 0) {
    const { path, query: schema } = endpoints.observations;
    const query = parse(schema, given);
    const told = { ...toldBy(query, now), query, path, params: { dataset, key } };
    return { asOf: query.asOf, ask: (db, asOf) => askObservations(db, { ...told, asOf }, slots) };
  }
  const { path, query: schema } = endpoints.aligned;
  const query = parse(schema, { ...given, series: series.join(",") });
  const told = { ...toldBy(query, now), query, path, params: {} };
  return { asOf: query.asOf, ask: (db, asOf) => askAligned(db, { ...told, asOf }, slots) };
}

type Query = z.output<(typeof endpoints)["observations"]["query"]>;

function toldBy(
  { format = "csv", asOf, lang = "en" }: Pick<Query, "format" | "asOf" | "lang">,
  now: Date,
) {
  const language: Language = lang;
  const today = asOf?.slice(0, 10) ?? now.toISOString().slice(0, 10);
  return { format, language, moment: asOf ?? null, today };
}
