import { z } from "zod";
import { Dataset, Datasets } from "./dataset.ts";
import { EventKind, Events } from "./event.ts";
import { importEndpoints } from "./import-endpoints.ts";
import { Frequency, Observations } from "./observation.ts";
import { paths } from "./paths.ts";
import {
  Code,
  CurrencyCode,
  dated,
  Day,
  EndBound,
  listOf,
  Nothing,
  paging,
  StartBound,
  titled,
  wholeNumber,
} from "./query.ts";
import { Currencies, LatestRates } from "./rate.ts";
import { Receipt } from "./receipt.ts";
import { Series, SeriesList } from "./series.ts";
import { Source, Sources } from "./source.ts";

const Format = z.enum(["json", "csv"]);

const observationQuery = {
  ...titled,
  ...dated,
  start: StartBound.optional(),
  end: EndBound.optional(),
  last: wholeNumber(1, 100_000).optional(),
  format: Format.optional(),
};

/** Each endpoint by the name of its path: method, query, answer. The OpenAPI document, the server's parsing and the client's types are made from it. */
export const endpoints = {
  datasets: {
    method: "get",
    path: paths.datasets,
    summary: "All datasets",
    query: z.strictObject(titled),
    response: Datasets,
  },
  dataset: {
    method: "get",
    path: paths.dataset,
    summary: "One dataset with the codes of its dimensions",
    query: z.strictObject(titled),
    response: Dataset,
  },
  sources: {
    method: "get",
    path: paths.sources,
    summary: "Who publishes the figures",
    query: z.strictObject(titled),
    response: Sources,
  },
  source: {
    method: "get",
    path: paths.source,
    summary: "One source",
    query: z.strictObject(titled),
    response: Source,
  },
  seriesList: {
    method: "get",
    path: paths.seriesList,
    summary: "Series, filtered and paged",
    query: z.strictObject({
      ...titled,
      ...dated,
      ...paging,
      dataset: Code.optional(),
      source: Code.optional(),
      frequency: Frequency.optional(),
    }),
    response: SeriesList,
  },
  series: {
    method: "get",
    path: paths.series,
    summary: "One series",
    query: z.strictObject({ ...titled, ...dated }),
    response: Series,
  },
  observations: {
    method: "get",
    path: paths.observations,
    summary: "The observations of a series",
    query: z.strictObject(observationQuery),
    response: Observations,
  },
  receipt: {
    method: "get",
    path: paths.receipt,
    summary: "Where one number came from, and every version of it",
    query: z.strictObject(titled),
    response: Receipt,
  },
  latestRates: {
    method: "get",
    path: paths.latestRates,
    summary: "The newest rates of a base, with the change since the publication before",
    query: z.strictObject({
      ...titled,
      ...dated,
      base: CurrencyCode,
      quotes: listOf(CurrencyCode, 50),
      source: Code.optional(),
      date: Day.optional(),
    }),
    response: LatestRates,
  },
  pairObservations: {
    method: "get",
    path: paths.pairObservations,
    summary: "The rates of a pair: published, inverse or cross",
    query: z.strictObject({ ...observationQuery, source: Code.optional() }),
    response: Observations,
  },
  currencies: {
    method: "get",
    path: paths.currencies,
    summary: "Currencies, who quotes them and how they are governed",
    query: z.strictObject(titled),
    response: Currencies,
  },
  events: {
    method: "get",
    path: paths.events,
    summary: "Dated, sourced facts, newest first",
    query: z.strictObject({
      ...titled,
      ...paging,
      country: Code.optional(),
      kind: EventKind.optional(),
      start: StartBound.optional(),
      end: EndBound.optional(),
    }),
    response: Events,
  },
  ...importEndpoints,
  health: {
    method: "get",
    path: paths.health,
    summary: "The process lives",
    query: Nothing,
    response: z.strictObject({ status: z.literal("ok") }),
  },
  ready: {
    method: "get",
    path: paths.ready,
    summary: "The database answers and is migrated",
    query: Nothing,
    response: z.strictObject({ status: z.literal("ok") }),
  },
} as const;

export type Endpoints = typeof endpoints;
