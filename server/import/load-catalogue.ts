import { DatasetDefinition } from "../contract/dataset-definition.ts";
import type { CatalogueDataset, Member } from "../domain/catalogue.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import type { Reader } from "../sql/database.ts";
import { type MemberRow, selectDatasets, selectMembers } from "../sql/select-datasets.ts";

/** Every dataset that there is, with the codes known so far, those that imports brought too. */
export async function loadCatalogue(db: Reader): Promise<CatalogueDataset[]> {
  const datasets = await selectDatasets(db, null);
  const members = await selectMembers(db, null);
  return datasets.map(({ code, definition }) =>
    toCatalogue(
      DatasetDefinition.parse(definition),
      members.filter(({ dataset }) => dataset === code),
    ),
  );
}

/** A dataset of a definition and the codes that its dimensions have. */
function toCatalogue(definition: DatasetDefinition, rows: readonly MemberRow[]): CatalogueDataset {
  const members = definition.dimensions.map((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension.code);
    return new Map(own.map(({ code, title, kind }): [string, Member] => [code, { title, kind }]));
  });
  return { definition, shape: toShape(definition, members), members };
}

/** Rates are between currencies; other datasets have none among their dimensions. */
const currencyDimensions = new Set(["BASE", "QUOTE"]);

function toShape(
  { code, kind, sourceDimension, dimensions }: DatasetDefinition,
  members: readonly ReadonlyMap<string, Member>[],
): DatasetShape {
  return {
    code,
    kind,
    sourceDimension: sourceDimension ?? null,
    dimensions: dimensions.map((dimension, i) => ({
      code: dimension.code,
      open: dimension.open,
      currencies: kind === "rate" && currencyDimensions.has(dimension.code),
      codes: new Set(members[i]?.keys()),
    })),
  };
}
