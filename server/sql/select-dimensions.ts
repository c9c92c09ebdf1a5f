import type { Reader } from "./database.ts";

/** A dataset and the codes of its dimensions in key order. */
export interface DimensionsRow {
  dataset: string;
  dimensions: string[];
}

const text = `
select dataset_code as dataset, array_agg(dimension_code order by dimension.position) as dimensions
from dataset
join dimension using (dataset_code)
group by dataset_code, dataset.position
order by dataset.position`;

/** What the keys of each dataset are made of. */
export async function selectDimensions(db: Reader): Promise<DimensionsRow[]> {
  const { rows } = await db.query<DimensionsRow>(text);
  return rows;
}
