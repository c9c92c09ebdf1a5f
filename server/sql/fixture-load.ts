import type { Reader, Writer } from "./database.ts";

/** Whether fixtures belong into this database: `due` when it is empty or when loading was cut short. */
export type FixtureState = "due" | "done";

const stateText = `
select
  case
    when exists (select from fixture_load where finished_at is not null) then 'done'
    when exists (select from fixture_load) then 'due'
    when exists (select from dataset) then 'done'
    else 'due'
  end as state`;

/** Tells whether the fixtures are to be loaded. */
export async function selectFixtureState(db: Reader): Promise<FixtureState> {
  const { rows } = await db.query<{ state: FixtureState }>(stateText);
  return rows[0]?.state ?? "due";
}

/** Records that loading has begun. */
export async function beginFixtureLoad(db: Writer): Promise<void> {
  await db.query("insert into fixture_load default values on conflict do nothing");
}

/** Records that all is loaded. */
export async function finishFixtureLoad(db: Writer): Promise<void> {
  await db.query("update fixture_load set finished_at = now()");
}
