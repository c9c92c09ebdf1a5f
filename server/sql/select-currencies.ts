import type { Titles } from "../contract/titles.ts";
import type { Regime } from "../contract/rate.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A currency that some series quotes, who quotes it since when, and its regimes, oldest first. */
export interface CurrencyRow {
  code: string;
  name: Titles | null;
  quotedBy: { source: string; since: string }[];
  regimes: {
    kind: Regime["kind"];
    anchor: string | null;
    /** Decimal text. */
    value: string | null;
    from: string;
    to: string | null;
    caveat: Titles | null;
  }[];
}

const statement = asOfStatement(
  "select-currencies",
  (visible) => `
with quoted as (
  select code, series.source_code as source, min(first.period) as since
  from series
  cross join lateral unnest(series.codes[2:3]) as currency (code)
  cross join lateral (
    select min(period) as period
    from observation
    where observation.series_id = series.series_id and not withdrawn and ${visible}
  ) as first
  where series.dataset_code = 'FX' and first.period is not null
  group by code, series.source_code
)
select
  code, member.title as name,
  json_agg(json_build_object('source', source, 'since', since) order by source) as "quotedBy",
  (
    select coalesce(json_agg(json_build_object(
      'kind', regime.kind, 'anchor', anchor, 'value', value::text, 'from', valid_from, 'to', valid_to, 'caveat', caveat
    ) order by valid_from), '[]')
    from regime
    where regime.currency = code
  ) as regimes
from quoted
left join dimension_member as member
  on member.dataset_code = 'FX' and member.dimension_code = 'BASE' and member.member_code = code
group by code, member.title
order by code`,
);

/** Every currency of which there is a rate, now or as of an import. */
export async function selectCurrencies(db: Reader, asOf: AsOf): Promise<CurrencyRow[]> {
  const { rows } = await db.query<CurrencyRow>(bind(statement, asOf, []));
  return rows;
}
