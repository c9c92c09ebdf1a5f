import type { Request } from "express";
import type { Format } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";

/** The media type of each format, and then with the parameters that are true of it, which `Accept` may ask for. */
const types: Record<Format, readonly [string, ...string[]]> = {
  json: ["application/json", "application/json; charset=utf-8"],
  csv: [
    "text/csv",
    "text/csv; charset=utf-8",
    "text/csv; header=present",
    "text/csv; charset=utf-8; header=present",
  ],
  ndjson: ["application/x-ndjson", "application/x-ndjson; charset=utf-8"],
};

/** The media type of a format. */
export const typeOf = (format: Format): string => types[format][0];

/** The format that `Accept` likes best of those that are offered; undefined when it allows none. */
export function acceptedFormat<Offered extends Format>(
  req: Request,
  offered: readonly Offered[],
): Offered | undefined {
  const accepted = req.accepts(offered.flatMap((format) => types[format]));
  return offered.find((format) => types[format].some((type) => type === accepted));
}

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
  const format = acceptedFormat(req, offered);
  if (format) return format;
  throw new KursError("not-acceptable", `This comes as ${offered.map(typeOf).join(", ")}.`);
}
