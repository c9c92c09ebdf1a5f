import type { Request } from "express";
import type { Format } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";

const types: Record<Format, string> = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
};

/** The media type of a format. */
export const typeOf = (format: Format): string => types[format];

/** The format asked for by the query, else by `Accept`, of those that are offered. Throws "not-acceptable" when `Accept` allows none. */
export function formatOf<Offered extends Format>(
  req: Request,
  asked: Offered | undefined,
  offered: readonly Offered[],
): Offered {
  if (asked) return asked;
  const [first] = offered;
  const { accept = "*/*" } = req.headers;
  if (first && accept === "*/*") return first;
  const accepted = req.accepts(offered.map(typeOf));
  const format = offered.find((candidate) => types[candidate] === accepted);
  if (format) return format;
  throw new KursError("not-acceptable", `This comes as ${offered.map(typeOf).join(", ")}.`);
}
