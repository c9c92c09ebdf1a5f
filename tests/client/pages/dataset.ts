import type { Reading } from "../../../client/pages/indicator-figure.ts";
import type { Dataset } from "../../../server/contract/dataset.ts";
import type { Observation } from "../../../server/contract/observation.ts";
import type { Frequency } from "../../../server/contract/period.ts";
import type { Series } from "../../../server/contract/series.ts";

type Codes = Record<string, readonly (string | { code: string; total: true })[]>;

/** A dataset with these codes in its dimensions; titles are the codes in small letters. */
export function dataset(kind: Dataset["kind"], dimensions: Codes): Dataset {
  return {
    code: "TEST",
    title: "test",
    description: "",
    kind,
    seriesCount: 1,
    firstPeriod: null,
    lastPeriod: null,
    dimensions: Object.entries(dimensions).map(([code, codes]) => ({
      code,
      title: code.toLowerCase(),
      open: false,
      codes: codes
        .map((entry) => (typeof entry === "string" ? { code: entry } : entry))
        .map((entry) => ({ ...entry, title: entry.code.toLowerCase() })),
    })),
  };
}

/** A series with this key over the dataset's dimensions, and what was observed of it. */
export function reading(
  of: Dataset,
  key: string,
  observations: Observation[],
  unit = "PC",
): Reading {
  const codes = key.split(".");
  const frequency: Frequency = codes[0] === "S" ? "S" : "A";
  const series: Series = {
    dataset: of.code,
    key,
    title: key,
    frequency,
    unit,
    kind: of.kind,
    decimals: 1,
    dimensions: Object.fromEntries(of.dimensions.map(({ code }, i) => [code, codes[i] ?? ""])),
    source: { code: "BNS", name: "bns" },
    firstPeriod: observations[0]?.period ?? null,
    lastPeriod: observations.at(-1)?.period ?? null,
    observationCount: observations.length,
    lastImport: null,
    citation: "",
  };
  const answer = {
    series: `${of.code}/${key}`,
    title: key,
    frequency,
    unit,
    decimals: 1,
    source: "BNS",
    next: null,
  };
  return { series, answer: { ...answer, observations } };
}
