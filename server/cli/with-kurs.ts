import { type OpenKurs, openKurs } from "./open-kurs.ts";

/** Runs a command's work on the database, and closes it whatever happens. */
export async function withKurs(work: (kurs: OpenKurs) => Promise<void>): Promise<void> {
  const kurs = await openKurs("command");
  try {
    await work(kurs);
  } finally {
    await kurs.close();
  }
}
