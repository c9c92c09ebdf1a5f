import type { Status } from "../contract/observation.ts";

/** Forecast, estimated, provisional, of low reliability, after a break; anything else is normal. */
const sureness: readonly Status[] = ["F", "E", "P", "U", "B"];

/** The status of a value that is made of others: the least sure of theirs. `A` for none. */
export function leastSure(statuses: readonly Status[]): Status {
  // Nearly every value is normal, and a series has thousands.
  if (statuses.every((status) => status === "A")) return "A";
  return sureness.find((status) => statuses.includes(status)) ?? "A";
}
