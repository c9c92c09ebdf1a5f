import type { Observation, Observations, Status } from "../contract/observation.ts";
import { formatPeriod, type Frequency } from "../contract/period.ts";
import { formatRow } from "../csv/format-row.ts";
import { decimalsOf } from "../domain/derive-rate.ts";
import { exact, type Wire, writeJson } from "../domain/exact-json.ts";
import type { Format } from "../contract/query.ts";
import type { Content } from "./send-content.ts";
import { typeOf } from "./format.ts";

/** A value on its way out; `period` by its first day, `value` decimal text. */
interface OutgoingObservation {
  period: string;
  value: string | null;
  status: Status;
}

/** What stands around the observations of an answer. */
type Head = Omit<Observations, "observations" | "next">;

/** Observations in the format asked for. */
export function observationsContent(
  format: Format,
  head: Head,
  observations: readonly OutgoingObservation[],
): Content {
  const type = typeOf(format);
  if (format === "csv") return { type, text: csvText(head.frequency, observations) };
  const answer: Wire<Observations> = {
    ...head,
    observations: observations.map((observation) => toJson(observation, head)),
    next: null,
  };
  return { type, text: writeJson(answer) };
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

function csvText(frequency: Frequency, observations: readonly OutgoingObservation[]): string {
  const rows = observations.map(({ period, value, status }) =>
    formatRow([formatPeriod(period, frequency), value, status]),
  );
  return [formatRow(["period", "value", "status"]), ...rows].join("");
}
