import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/**
 * A published series of a pair of currencies, with its source's place in the ranks and the currency that it quotes
 * against, where it names one.
 */
export interface PairRow {
  seriesId: number;
  series: string;
  frequency: Frequency;
  base: string;
  quote: string;
  source: string;
  rank: number;
  pivot: string | null;
}

/**
 * What a question for rates sees: what was imported by then, and the ranks and pivots in force at a moment; null for
 * now.
 */
export interface RatesAsOf {
  asOf: AsOf;
  moment: string | null;
}

const pairsText = (condition: string) => `
with publisher as materialized (
  select distinct on (source_code) source_code, rank, pivot
  from source_history
  where valid_from <= coalesce($2::timestamptz, 'infinity')
  order by source_code, valid_from desc
)
select
  series_id as "seriesId", dataset_code || '/' || series_key as series, frequency,
  codes[2] as base, codes[3] as quote, source_code as source, rank, pivot
from series
join publisher using (source_code)
where dataset_code = 'FX'
  and exists (${condition})
  and case
    when pivot is null then codes[2] = any($3::text[]) or codes[3] = any($3)
    else codes[2] = any($3 || pivot) and codes[3] = any($3 || pivot)
  end
  and ($4::text is null or source_code = $4)
order by series_id`;

const pairs = asOfStatement("select-pairs", (visible) =>
  pairsText(`
    select from observation
    where observation.series_id = series.series_id and not withdrawn and ${visible}`),
);

/** With any import, whichever was asked for. */
const broughtPairs = {
  name: "select-brought-pairs",
  text: pairsText(`
    select from series_change
    where series_change.series_id = series.series_id and ($1::integer is null or true)`),
};

/**
 * Every published pair that may be a leg between these currencies and was ever brought, even if nothing of it is left
 * or it came later.
 */
export async function selectBroughtPairs(
  db: Reader,
  currencies: readonly string[],
  source: string | null,
): Promise<PairRow[]> {
  const values = [null, null, currencies, source];
  const { rows } = await db.query<PairRow>({ ...broughtPairs, values });
  return rows;
}

/** Every published pair that may be a leg between these currencies and has an observation, of one source or of all. */
export async function selectPairs(
  db: Reader,
  { asOf, moment }: RatesAsOf,
  currencies: readonly string[],
  source: string | null,
): Promise<PairRow[]> {
  const { rows } = await db.query<PairRow>(bind(pairs, asOf, [moment, currencies, source]));
  return rows;
}
