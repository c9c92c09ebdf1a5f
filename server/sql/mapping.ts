import type { Mapping } from "../contract/mapping.ts";
import type { Reader, Writer } from "./database.ts";

/** A stored mapping and who stored it. */
export interface MappingRow {
  name: string;
  mapping: Mapping;
  savedBy: string;
  savedAt: string;
}

const upsertText = `
insert into mapping (name, mapping, saved_by)
values ($1, $2, $3)
on conflict (name) do update
set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now()`;

/** Stores a mapping, in place of the one that had its name. */
export async function upsertMapping(
  db: Writer,
  { name, mapping, savedBy }: Omit<MappingRow, "savedAt">,
): Promise<void> {
  await db.query(upsertText, [name, JSON.stringify(mapping), savedBy]);
}

const columns = `name, mapping, saved_by as "savedBy", saved_at as "savedAt"`;

/** Every stored mapping, by name. */
export async function selectMappings(db: Reader): Promise<MappingRow[]> {
  const { rows } = await db.query<MappingRow>(`select ${columns} from mapping order by name`);
  return rows;
}

/** One stored mapping; undefined when there is none of this name. */
export async function selectMapping(db: Reader, name: string): Promise<MappingRow | undefined> {
  const { rows } = await db.query<MappingRow>(`select ${columns} from mapping where name = $1`, [
    name,
  ]);
  return rows[0];
}
