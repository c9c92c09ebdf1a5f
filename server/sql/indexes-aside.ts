import pg from "pg";
import type { Writer } from "./database.ts";

/** What takes an index away, and what makes the very same again. */
interface Index {
  drop: string;
  create: string;
}

/** In the order in which they were made: of two that serve a query alike, the older one is used. */
const indexText = `
select
  case when conname is null
    then format('drop index %s', indexrelid::regclass)
    else format('alter table %s drop constraint %I', indrelid::regclass, conname)
  end as drop,
  case when conname is null
    then pg_get_indexdef(indexrelid)
    else format('alter table %s add constraint %I %s', indrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid))
  end as create
from pg_index
left join pg_constraint on conindid = indexrelid and conrelid = indrelid and contype <> 'f'
where indrelid = $1::regclass
  and not exists (select from pg_constraint as reference where conindid = indexrelid and contype = 'f')
order by indexrelid`;

/**
 * Takes a table's indexes and keys away while `fill` runs, and makes them again of all its rows at once, which is much
 * quicker than row by row. Those stay that another table refers to. Throws what PostgreSQL says of rows that break a
 * key.
 */
export async function withIndexesAside<T>(
  db: Writer,
  table: string,
  fill: () => Promise<T>,
): Promise<T> {
  const { rows: indexes } = await db.query<Index>(indexText, [pg.escapeIdentifier(table)]);
  for (const { drop } of indexes) await db.query(drop);
  const result = await fill();
  for (const { create } of indexes) await db.query(create);
  return result;
}
