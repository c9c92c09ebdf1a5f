import type { Reader } from "./database.ts";

/**
 * The tables that a backup holds, each after those that it refers to. All but the catalogue's generation, which tells
 * readers' copies apart and must never come back. A table that a migration drops stays listed here, for old backups.
 */
const keptTables = [
  "source",
  "source_history",
  "dataset",
  "dimension",
  "dimension_member",
  "regime",
  "series",
  "import",
  "import_piece",
  "observation",
  "series_change",
  "event",
  "mapping",
  "token",
  "import_job",
  "fixture_load",
] as const;

/** A table and its columns but those that PostgreSQL makes of the others. */
export interface KeptTable {
  name: string;
  columns: string[];
}

const tableText = `
select kept.name, array_agg(attname::text order by attnum) as columns
from unnest($1::text[]) with ordinality as kept (name, position)
join pg_attribute on attrelid = to_regclass(kept.name)
where attnum > 0 and not attisdropped and attgenerated = ''
group by kept.name, kept.position
order by kept.position`;

/** Those of the tables that are there, in an order in which each refers to those before it only. */
export async function selectKeptTables(db: Reader): Promise<KeptTable[]> {
  const { rows } = await db.query<KeptTable>(tableText, [keptTables]);
  return rows;
}

/** A column that counts by itself, and the number that comes next. */
export interface NextNumber {
  table: string;
  column: string;
  next: number;
}

const nextText = `
select kept.name as table, attname::text as column, coalesce(last_value + increment_by, start_value) as next
from unnest($1::text[]) as kept (name)
join pg_attribute on attrelid = to_regclass(kept.name) and attidentity <> ''
join pg_sequences
  on format('%I.%I', schemaname, sequencename)::regclass = pg_get_serial_sequence(kept.name, attname)::regclass
order by kept.name`;

/** Where the columns that count by themselves go on; never behind what the transaction sees. */
export async function selectNextNumbers(db: Reader): Promise<NextNumber[]> {
  const { rows } = await db.query<NextNumber>(nextText, [keptTables]);
  return rows;
}
