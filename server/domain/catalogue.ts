import type { DatasetDefinition } from "../contract/dataset-definition.ts";
import { type Language, languages } from "../contract/language.ts";
import { titleIn, type Titles } from "../contract/titles.ts";
import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { DatasetShape } from "./dataset-shape.ts";

/** What is known of a code: its title, and the kind that it gives to series that have it. */
export interface Member {
  title: Titles;
  kind: Kind | null;
}

/** A dataset as the importer needs it: its shape to read files by, and the rest to describe series by. */
export interface CatalogueDataset {
  definition: DatasetDefinition;
  shape: DatasetShape;
  /** The members of each dimension by code, dimensions in key order. */
  members: readonly ReadonlyMap<string, Member>[];
}

/** What the key of a series says of it. */
export interface SeriesDescription {
  frequency: Frequency;
  unit: string;
  kind: Kind;
  /** Who publishes it, where the key says so. */
  source: string | null;
  title: Titles;
}

/**
 * Describes the series of a key's codes: unit, kind, source and a title in every language that the dataset has a
 * pattern for.
 */
export function describeSeries(
  dataset: CatalogueDataset,
  codes: readonly string[],
): SeriesDescription {
  const { definition, members } = dataset;
  const codeOf = (dimension: string | undefined) =>
    codes[definition.dimensions.findIndex(({ code }) => code === dimension)];
  const kinds = codes.flatMap((code, i) => members[i]?.get(code)?.kind ?? []);
  return {
    frequency: codes[0] as Frequency,
    unit: codeOf(definition.unitDimension) ?? "",
    kind: kinds.at(-1) ?? definition.kind,
    source: codeOf(definition.sourceDimension) ?? null,
    title: composeTitle(dataset, codes),
  };
}

/** The pattern of the dataset with the titles of the codes put in, in each language of the pattern. */
function composeTitle({ definition, members }: CatalogueDataset, codes: readonly string[]): Titles {
  const compose = (pattern: string, language: Language) =>
    capitalise(
      pattern.replace(/\{(\w+)\}/g, (_, dimension: string) => {
        const at = definition.dimensions.findIndex(({ code }) => code === dimension);
        const code = codes[at] ?? "";
        const title = members[at]?.get(code)?.title;
        return title ? titleIn(title, language) : code;
      }),
    );
  const { seriesTitle } = definition;
  const title: Titles = { en: compose(seriesTitle.en, "en") };
  for (const language of languages) {
    const pattern = seriesTitle[language];
    if (pattern !== undefined) title[language] = compose(pattern, language);
  }
  return title;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
