import fc from "fast-check";
import { z } from "zod";
import { Imports } from "../../server/contract/import-report.ts";
import { SeriesList } from "../../server/contract/series.ts";
import type { Operation, Parameter } from "./operations.ts";

/** By a parameter's name, values that mean something to the server at hand. */
export type KnownNames = Readonly<Record<string, readonly string[]>>;

const fixed = {
  code: ["MARKET", "FUZZ1", "FUZZ2", "TCA"],
  source: ["MARKET", "FUZZ1", "FUZZ2", "FUZZ3"],
  pair: ["USD-KGS", "KGS-USD", "KGS-KZT", "EUR-UZS", "USD-USD", "usd-kgs"],
  period: ["2026-09-29", "2026-09", "2026-Q3", "2025", "2026-W30"],
  base: ["USD", "KGS", "2026-01-02", "2025"],
  quotes: ["KGS", "KGS,KZT,TJS,UZS,TMT", "KGS,KGS", "EUR"],
  from: ["KGS", "USD"],
  to: ["KZT", "USD"],
  amount: ["1500", "0.01", "1e3", "-5"],
  start: ["2024-01-01", "2025", "2026-Q1", "2026-W10"],
  end: ["2026-09-29", "2026", "2026-S2"],
  asOf: ["2026-11-20", "2020-01-01", "2026-11-23T10:00:00Z"],
  date: ["2026-09-29", "2025-06-01"],
  q: ["som", "сўм", "kyrgyz som", "unmet need"],
  key: ["D.USD.KGS+KZT.", "...", "D.*.KGS.", "A.KZ...."],
  country: ["KG", "KZ", "XX"],
  job: ["00000000-0000-4000-8000-000000000000"],
  name: ["FUZZ1", "fuzz-a", "NBKR"],
  filename: ["a.csv", "курс.csv"],
  accept: ["jump", "scale,jump", "inverted,suspicious-day"],
  mapping: ["FUZZ1", "NBKR"],
  Prefer: ["respond-async", "wait=1"],
  "Last-Event-ID": ["0", "1", "999999"],
} as const;

/** Asks a server for its names, and for cursors that lead on. */
export async function knownNames(address: string): Promise<KnownNames> {
  const read = async (path: string): Promise<unknown> =>
    (await fetch(`${address}/api/v1/${path}`)).json();
  const { series, next } = SeriesList.parse(await read("series?limit=40"));
  const { imports } = Imports.parse(await read("imports?limit=50"));
  const { events } = Events.parse(await read("events?limit=5"));
  const newest = imports[0]?.id ?? 0;
  const names = series.map(({ dataset, key }) => `${dataset}/${key}`);
  return {
    ...fixed,
    dataset: ["FX", "TRADE", "REFINERY", "CONTRACEPTION", "fx"],
    "dataset/key": [...names, "FX/D.USD.KGS.MARKET", "FX/D.USD.KZT.FUZZ1"],
    series: [...names.slice(0, 5), names.slice(0, 6).join(), "FX/D.USD.KGS.MARKET:pch"],
    id: [...imports.map(({ id }) => String(id)), ...events.map(({ id }) => String(id))],
    // The figures that everything is asked of are not taken back.
    "undo id": Array.from({ length: 300 }, (_, i) => String(newest + i + 1)),
    cursor: [next ?? "x", "abc", "MTI"],
  };
}

const Events = z.object({ events: z.array(z.object({ id: z.int() })) });

/** A value that a parameter may well have, not escaped. */
export function plainValue(
  { name, path }: Pick<Operation, "name" | "path">,
  parameter: Parameter,
  known: KnownNames,
): fc.Arbitrary<string> {
  const values = path.endsWith("/undo") ? known["undo id"] : known[parameter.name];
  const { schema } = parameter;
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === "integer" && !values) {
    const { minimum = 0, maximum = 1_000 } = schema;
    const small = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 50) });
    return fc.oneof(small, fc.constantFrom(minimum, maximum, maximum + 1)).map(String);
  }
  const examples = (schema.examples ?? []).map(String);
  const all = [...(values ?? []), ...examples];
  if (all.length === 0) return fc.constant(name);
  return fc.constantFrom(...all);
}
