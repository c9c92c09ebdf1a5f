import pg from "pg";
import type { Pool } from "../../server/sql/database.ts";

/** Of each table its columns, in their order. */
export type Columns = Map<string, string[]>;

const columnText = `
select relation.relname as name, array_agg(attname::text order by attnum) as columns
from pg_class as relation
join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r' and relation.relname <> 'migration'
group by relation.relname
order by relation.relname`;

/** The tables that there are. */
export async function columnsOf(pool: Pool): Promise<Columns> {
  const { rows } = await pool.query<{ name: string; columns: string[] }>(columnText);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Every row of these tables and columns as PostgreSQL writes it, digit for digit, in an order that says nothing. */
export async function dumpRows(
  pool: Pool,
  columns?: Columns,
): Promise<Record<string, readonly string[]>> {
  const dumped: Record<string, readonly string[]> = {};
  for (const [name, names] of columns ?? (await columnsOf(pool))) {
    const list = names.map(pg.escapeIdentifier).join(", ");
    const text = `select row(${list})::text as row from ${pg.escapeIdentifier(name)} order by 1`;
    dumped[name] = (await pool.query<{ row: string }>(text)).rows.map(({ row }) => row);
  }
  return dumped;
}
