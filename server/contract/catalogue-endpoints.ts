import { z } from "zod";
import { Dataset, Datasets } from "./dataset.ts";
import { Frequency } from "./observation.ts";
import { paths } from "./paths.ts";
import { Code, dated, Nothing, paging, titled } from "./query.ts";
import { Country, SearchText } from "./search.ts";
import { KeyMask, Series, SeriesList } from "./series.ts";
import { Source, SourceChange, Sources } from "./source.ts";

/** The endpoints of what there is to ask for: datasets, sources, series. */
export const catalogueEndpoints = {
  datasets: {
    method: "get",
    path: paths.datasets,
    summary: "All datasets",
    query: z.strictObject({ ...titled, ...dated }),
    response: Datasets,
  },
  dataset: {
    method: "get",
    path: paths.dataset,
    summary: "One dataset with the codes of its dimensions",
    query: z.strictObject({ ...titled, ...dated }),
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
  putSource: {
    method: "put",
    path: paths.source,
    summary: "Say who a source is; what is left out stays as it is",
    query: Nothing,
    response: Source,
    body: SourceChange,
  },
  seriesList: {
    method: "get",
    path: paths.seriesList,
    summary: "Series, filtered, searched and paged",
    query: z.strictObject({
      ...titled,
      ...dated,
      ...paging,
      dataset: Code.optional().meta({ description: "Of this dataset", examples: ["FX"] }),
      key: KeyMask.optional().meta({
        description: "A mask over keys: an empty segment or `*` is any code, `+` means or",
      }),
      q: SearchText.optional().meta({
        description: "Words to find in codes and in titles of every language",
        examples: ["exports"],
      }),
      country: Country.optional().meta({
        description: "Of this country, by its ISO 3166 code; of rates: its currency's",
        examples: ["KG"],
      }),
      frequency: Frequency.optional().meta({ description: "Of this frequency" }),
      source: Code.optional().meta({ description: "Of this source", examples: ["MARKET"] }),
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
} as const;
