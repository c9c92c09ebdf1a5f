import type { Dated } from "../chart/gaps.ts";
import type { ShownRates } from "./rate-words.ts";
import type { As } from "./view-values.ts";

/** A name for a file, without its ending, that tells what is in it; what is said twice is in it once. */
export function fileName(...parts: readonly (string | null | undefined)[]): string {
  const told = parts.filter((part) => part !== null && part !== undefined && part !== "");
  return [...new Set(told)]
    .join("-")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, "-");
}

/** `usd-kgs-nbkr-2025-11-20-2026-11-20`. */
export function fileNameOfRates({ pair, answer, as }: ShownRates): string {
  const { source, observations } = answer;
  return fileName(pair.base, pair.quote, source, transformName(as), ...endsOf(observations));
}

/** How values are told, where not as they are. */
export const transformName = (as: As): string => (as === "level" ? "" : as);

/** The first and the last period. */
export const endsOf = (observations: readonly Pick<Dated, "period">[]) => [
  observations[0]?.period,
  observations.at(-1)?.period,
];
