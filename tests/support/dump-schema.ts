import type { Pool } from "../../server/sql/database.ts";

const tableText = `
select relation.relname as name, attribute.attname as column,
  format_type(attribute.atttypid, attribute.atttypmod) as type, attribute.attnotnull as "notNull",
  attribute.attidentity <> '' as identity, attribute.attgenerated <> '' as generated,
  pg_get_expr(attrdef.adbin, attrdef.adrelid) as default
from pg_class as relation
join pg_attribute as attribute on attribute.attrelid = relation.oid and attnum > 0 and not attisdropped
left join pg_attrdef as attrdef on attrdef.adrelid = relation.oid and attrdef.adnum = attribute.attnum
where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r' and relation.relname <> 'migration'
order by relation.relname, attnum`;

const constraintText = `
select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
from pg_constraint
where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 'migration'::regclass
order by conrelid::regclass::text, contype desc, conname`;

const indexText = `
select pg_get_indexdef(indexrelid) as definition
from pg_index
join pg_class on pg_class.oid = indexrelid
where pg_class.relnamespace = 'public'::regnamespace and indrelid <> 'migration'::regclass
  and not exists (select from pg_constraint where conindid = indexrelid)
order by pg_class.relname`;

const functionText = `
select pg_get_functiondef(oid) as definition
from pg_proc
where pronamespace = 'public'::regnamespace
order by proname`;

const triggerText = `
select pg_get_triggerdef(oid) as definition
from pg_trigger
where not tgisinternal
order by tgrelid::regclass::text, tgname`;

interface Column {
  name: string;
  column: string;
  type: string;
  notNull: boolean;
  identity: boolean;
  generated: boolean;
  default: string | null;
}

/** The schema as Postgres itself tells it, whole, in an order that never changes. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const { rows: columns } = await pool.query<Column>(tableText);
  const { rows: constraints } = await pool.query<{
    table: string;
    name: string;
    definition: string;
  }>(constraintText);
  const { rows: indexes } = await pool.query<{ definition: string }>(indexText);
  const { rows: functions } = await pool.query<{ definition: string }>(functionText);
  const { rows: triggers } = await pool.query<{ definition: string }>(triggerText);
  const tables = [...new Set(columns.map(({ name }) => name))].map((table) => {
    const parts = [
      ...columns.filter(({ name }) => name === table).map(writeColumn),
      ...constraints
        .filter((constraint) => constraint.table === table)
        .map(({ name, definition }) => `  constraint ${name} ${definition}`),
    ];
    return `create table ${table} (\n${parts.join(",\n")}\n);\n`;
  });
  const rest = [...indexes, ...functions, ...triggers].map(
    ({ definition }) => `${definition.trimEnd()};\n`,
  );
  return `-- The schema after all migrations, kept current by tests/server/sql/schema.test.ts. Never run; to be read.\n\n${[...tables, ...rest].join("\n")}`;
}

function writeColumn({ column, type, notNull, identity, ...rest }: Column): string {
  const { generated, default: expression } = rest;
  const extras = [
    notNull && "not null",
    identity && "generated always as identity",
    expression !== null &&
      (generated ? `generated always as (${expression}) stored` : `default ${expression}`),
  ];
  return `  ${[column, type, ...extras.filter((extra) => extra !== false)].join(" ")}`;
}
