import type { View } from "./view.ts";

/** What every question for figures takes along, so that the answer is what was known on the day that the view names. */
export function asOfQuery({ asof }: Pick<View, "asof">): { asOf?: string } {
  return asof === null ? {} : { asOf: asof };
}
