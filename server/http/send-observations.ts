import type { Request, Response } from "express";
import type { Observation, Observations, Status } from "../contract/observation.ts";
import { formatPeriod, type Frequency } from "../contract/period.ts";
import { formatRow } from "../csv/format-row.ts";
import { decimalsOf } from "../domain/derive-rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { sendJson } from "./send-json.ts";

/** A value on its way out; `period` by its first day, `value` decimal text. */
interface OutgoingObservation {
  period: string;
  value: string | null;
  status: Status;
}

/** What stands around the observations of an answer. */
type Head = Omit<Observations, "observations" | "next">;

/** Sends observations in the format asked for. */
export function sendObservations(
  res: Response,
  format: "json" | "csv",
  head: Head,
  observations: readonly OutgoingObservation[],
): void {
  if (format === "csv") return sendCsv(res, head.frequency, observations);
  sendJson<Observations>(res, {
    ...head,
    observations: observations.map((observation) => toJson(observation, head)),
    next: null,
  });
}

function toJson({ period, value, status }: OutgoingObservation, head: Head): Wire<Observation> {
  const decimals = value === null ? head.decimals : decimalsOf(value);
  return {
    period: formatPeriod(period, head.frequency),
    value: exact(value),
    ...(status !== "A" && { status }),
    ...(decimals !== head.decimals && { decimals }),
  };
}

function sendCsv(
  res: Response,
  frequency: Frequency,
  observations: readonly OutgoingObservation[],
): void {
  const rows = observations.map(({ period, value, status }) =>
    formatRow([formatPeriod(period, frequency), value, status]),
  );
  res
    .type("text/csv; charset=utf-8")
    .send([formatRow(["period", "value", "status"]), ...rows].join(""));
}

/** The format asked for by the query, else by `Accept`. Throws "not-acceptable" when `Accept` allows neither. */
export function formatOf(
  req: Request,
  res: Response,
  asked: "json" | "csv" | undefined,
): "json" | "csv" {
  res.vary("Accept");
  const accepted = asked ?? req.accepts(["json", "csv"]);
  if (accepted === "json" || accepted === "csv") return accepted;
  throw new KursError("not-acceptable", "Observations come as application/json or text/csv.");
}
