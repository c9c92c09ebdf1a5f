import { fillPath, paths } from "./paths.ts";

/** A question to the API that works on the figures that come along. No zod here, so that the browser may import it. */
export interface Example {
  name: string;
  /** The endpoint, by the name of its path; every example reads. */
  endpoint: keyof typeof paths;
  title: string;
  /** What one learns from it, in one sentence. */
  why: string;
  parts: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
}

const market = { dataset: "FX", key: "D.USD.KGS.MARKET" };

/** What the API's page shows, in its order: one example for each thing that a reader may want. */
export const shownExamples = [
  {
    name: "latest",
    endpoint: "latestRates",
    title: "The newest rates",
    why: "One request gives the newest rate of each currency, its age and its change since the publication before.",
    parts: {},
    query: { base: "USD", quotes: "KGS,KZT,TJS,UZS,TMT" },
  },
  {
    name: "convert",
    endpoint: "convert",
    title: "An amount in another currency",
    why: "The result is made with the published rates behind it, the legs, and rounded once.",
    parts: {},
    query: { from: "KGS", to: "KZT", amount: "1500" },
  },
  {
    name: "pair",
    endpoint: "pairObservations",
    title: "A pair as a table",
    why: "Any pair has a course: published, inverse or cross; CSV is what spreadsheets, R and pandas read.",
    parts: { pair: "USD-KGS" },
    query: { start: "2026-01", format: "csv" },
  },
  {
    name: "cross",
    endpoint: "pairObservations",
    title: "A cross rate",
    why: "Nobody publishes tenge per som; Kurs makes it of two published rates, for each day that has both.",
    parts: { pair: "KGS-KZT" },
    query: { last: "5" },
  },
  {
    name: "monthly",
    endpoint: "observations",
    title: "Means of months",
    why: "A coarser frequency is made by a rule that you choose; count tells how many days are behind a mean.",
    parts: market,
    query: { frequency: "M", aggregate: "avg", start: "2026" },
  },
  {
    name: "percent",
    endpoint: "observations",
    title: "Change on the year before",
    why: "Transforms have FRED's names: pc1 is the change in per cent on the same period a year before.",
    parts: { dataset: "TRADE", key: "A.KZ.EXPORTS.USD_MN" },
    query: { units: "pc1" },
  },
  {
    name: "aligned",
    endpoint: "aligned",
    title: "Several series side by side",
    why: "Up to 50 series on one axis of periods; here the second as change in per cent.",
    parts: {},
    query: { series: "FX/D.USD.KGS.MARKET,FX/D.USD.KZT.MARKET:pch", last: "10" },
  },
  {
    name: "spreadsheet",
    endpoint: "observations",
    title: "CSV for a spreadsheet",
    why: "Where a comma is the decimal mark, a spreadsheet opens this without being asked.",
    parts: market,
    query: { last: "10", format: "csv", sep: ";", decimal: "," },
  },
  {
    name: "receipt",
    endpoint: "receipt",
    title: "Where a number came from",
    why: "Every number has a receipt: file, line and import, with every version that was ever known.",
    parts: { ...market, period: "2026-09-29" },
    query: {},
  },
  {
    name: "asOf",
    endpoint: "observations",
    title: "As it was known then",
    why: "Nothing is overwritten: asOf reads what this server knew on a day, which is nothing before its first import.",
    parts: market,
    query: { last: "5", asOf: "2026-09-30" },
  },
  {
    name: "search",
    endpoint: "seriesList",
    title: "Finding series",
    why: "A key is a mask here: an empty segment is any code, a plus means or.",
    parts: {},
    query: { dataset: "FX", key: "D.USD.KGS+KZT.", lang: "en" },
  },
  {
    name: "events",
    endpoint: "events",
    title: "What happened",
    why: "Dated, sourced facts that explain a movement.",
    parts: {},
    query: { country: "KZ", limit: "3" },
  },
] as const satisfies readonly Example[];

/** Each of the other endpoints that read, once. */
const plainExamples: readonly Example[] = [
  plain("datasets", "All datasets", "What there is, and since when."),
  plain("dataset", "A dataset", "The codes of its dimensions are what keys are made of.", {
    dataset: "TRADE",
  }),
  plain("sources", "Who publishes", "Publisher, licence and how to attribute."),
  plain("source", "One source", "Its licence, its rank and its last import.", { code: "MARKET" }),
  plain("series", "A series", "Its unit, its span and how to cite it.", market),
  plain("currencies", "Currencies", "Who quotes each since when, and its regimes."),
  plain("event", "One event", "A fact and its source.", { id: "1" }),
  plain("imports", "Imports", "What came in when, by whom.", {}, { limit: "2" }),
  plain("import", "An import", "Its report.", { id: "1" }),
  plain("importFile", "A file as it came", "Byte for byte.", { id: "1" }),
  plain(
    "importChanges",
    "What an import changed",
    "From which value, to which.",
    { id: "1" },
    {
      limit: "5",
    },
  ),
  plain("mappings", "Stored mappings", "How files of publishers are read."),
  plain("mapping", "A stored mapping", "How one publisher's files are read.", { name: "nbk" }),
  plain("openApi", "This document", "The whole API, for programs."),
  plain("health", "Alive", "For whatever watches the process."),
  plain("ready", "Ready", "For whatever sends readers to it."),
  plain("metrics", "Metrics", "For Prometheus."),
];

/** Every example: the tests ask each of them, the OpenAPI document shows them. */
export const examples: readonly Example[] = [...shownExamples, ...plainExamples];

/** The path and query of an example, with commas, colons and slashes of the query as one reads them. */
export function addressOfExample({ endpoint, parts, query }: Example): string {
  const path = fillPath(paths[endpoint], parts);
  const search = new URLSearchParams(query).toString();
  const readable = search.replace(/%(2C|3A|2F|3B)/g, decodeURIComponent);
  return search === "" ? path : `${path}?${readable}`;
}

function plain(
  endpoint: Example["endpoint"],
  title: string,
  why: string,
  parts: Example["parts"] = {},
  query: Example["query"] = {},
): Example {
  return { name: endpoint, endpoint, title, why, parts, query };
}
