import pg from "pg";
import type { KeptTable, NextNumber } from "./kept-tables.ts";
import type { Reader, Writer } from "./database.ts";

type Named = Pick<KeptTable, "name">;
const listed = (tables: readonly Named[]) =>
  tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ");

/** Waits until nobody else uses the tables, and keeps others away until the transaction ends. */
export async function lockTables(db: Writer, tables: readonly Named[]): Promise<void> {
  if (tables.length > 0) await db.query(`lock table ${listed(tables)} in access exclusive mode`);
}

/** The names of those tables that hold a row. */
export async function selectFilledTables(db: Reader, tables: readonly Named[]): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await db.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount === 1) filled.push(name);
  }
  return filled;
}

/** Keeps triggers from running while rows are put in: what they would derive comes with the rows. */
export async function silenceTriggers(db: Writer, tables: readonly Named[]): Promise<void> {
  for (const table of tables) await db.query(`alter table ${listed([table])} disable trigger user`);
}

/** Ends what `silenceTriggers` began. */
export async function wakeTriggers(db: Writer, tables: readonly Named[]): Promise<void> {
  for (const table of tables) await db.query(`alter table ${listed([table])} enable trigger user`);
}

/** Lets the columns that count by themselves go on where they were. */
export async function setNextNumbers(db: Writer, numbers: readonly NextNumber[]): Promise<void> {
  for (const { table, column, next } of numbers) {
    const place = `${pg.escapeIdentifier(table)} alter column ${pg.escapeIdentifier(column)}`;
    await db.query(`alter table ${place} restart with ${next.toFixed(0)}`);
  }
}

/** Lets PostgreSQL learn what the tables hold, so that it need not guess how to answer. */
export async function analyze(db: Writer, tables: readonly Named[]): Promise<void> {
  await db.query(`analyze ${listed(tables)}`);
}

/**
 * Drawn from the clock, so that the database that these rows come from has never had this generation and never will.
 */
const generationText = `
update catalogue
set generation = greatest(generation + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint),
  changed_in = pg_current_xact_id()`;

/**
 * Draws a new generation of catalogue and events and announces it, so that no copy that a reader kept passes for
 * current.
 */
export async function renewGeneration(db: Writer): Promise<void> {
  await db.query(generationText);
  await db.query("select pg_notify('kurs', 'catalogue')");
}
