import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { undo } from "../../../server/import/undo.ts";
import type { Pool } from "../../../server/sql/database.ts";
import { runApp } from "../../support/app.ts";
import { backUp, bringBack } from "../../support/backup-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { answerOf, everyAddress } from "../../support/every-answer.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const from = cloneDatabase("fixtures");
const to = cloneDatabase("template0");
const during = cloneDatabase("template0");

const day = (number: number) => `2026-08-${String(1 + (number % 28)).padStart(2, "0")}`;
const rates = (round: number) =>
  ratesFile({ [day(round)]: `87.${4500 + round}`, [day(round + 1)]: `88.${1000 + round}` });

async function momentsOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ at: string }>(
    "select committed_at as at from import order by import_id desc limit 2",
  );
  return rows.map(({ at }) => at);
}

/** A life: revisions, an undo, the undo of an undo, and a job. */
beforeAll(async () => {
  for (let round = 0; round < 6; round += 1) await importText(from.pool, rates(round));
  const last = await importText(from.pool, rates(40));
  const undone = await undo(from.pool, Number(last.id), "test");
  await undo(from.pool, Number(undone.id), "test");
  await from.pool.query(`
    insert into import_job (job, server, state, total_bytes, import_id, report, imported_by, ended_at)
    select repeat('A', 22), 1, 'committed', 60, import_id, report, 'test', now() from import where import_id = 8`);
});

/** Asks two apps, on two databases, the same. */
async function compare(other: Pool, addresses: readonly string[]): Promise<string[]> {
  // A moment after the last import, and the same for both.
  const clock = new Date(Date.now() + 60_000);
  const told = { publicUrl: "http://kurs.example", now: () => clock };
  const apps = [await runApp(from.pool, told), await runApp(other, told)] as const;
  const answers: string[] = [];
  try {
    for (const path of addresses) {
      const [one, copy] = await Promise.all(apps.map(({ address }) => answerOf(address, path)));
      expect(copy).toBe(one);
      answers.push(one!);
    }
  } finally {
    for (const app of apps) await app.close();
  }
  return answers;
}

describe("a backup restored elsewhere", () => {
  it("answers everything that the API can be asked byte for byte as the original does", async () => {
    const path = join(inject("folder"), "answers.tar.gz");
    await backUp(from.pool, path);
    await bringBack(to.pool, path);
    const moments = await momentsOf(from.pool);
    const addresses = await everyAddress(from.pool, moments);
    const answers = await compare(to.pool, addresses);
    const good = answers.filter((answer) => answer.split("\n")[1]!.startsWith("200 "));
    expect(good.length).toBeGreaterThan(0.9 * addresses.length);
    expect(addresses.length).toBeGreaterThan(150);
  }, 180_000);

  it("made while imports went on, has one state, and answers as of it as the original does", async () => {
    const path = join(inject("folder"), "during.tar.gz");
    let [round, going] = [100, true];
    const importing = (async () => {
      while (going) await importText(from.pool, rates((round += 1)));
    })();
    const untilMore = async (begin = round) => {
      while (round < begin + 2) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await untilMore();
    const before = round;
    const backed = backUp(from.pool, path);
    await backed;
    await untilMore();
    going = false;
    await importing;
    expect(round).toBeGreaterThan(before);

    await bringBack(during.pool, path);
    const versions = `
      select series_id, period, import_id, said_by, line, value, status, withdrawn,
        case when superseded_by <= $1 then superseded_by end as superseded_by
      from observation where import_id <= $1 order by series_id, period, import_id`;
    const { rows } = await during.pool.query<{ last: number }>(
      "select max(import_id) as last from import",
    );
    const { last } = rows[0]!;
    const stored = await Promise.all(
      [from, during].map(({ pool }) => pool.query(versions, [last])),
    );
    expect(stored[1]!.rows).toEqual(stored[0]!.rows);
    const { rows: newest } = await from.pool.query<{ last: number }>(
      "select max(import_id) as last from import",
    );
    expect(last).toBeLessThan(newest[0]!.last);

    const [moment] = await momentsOf(during.pool);
    const addresses = await everyAddress(during.pool, [moment!]);
    await compare(
      during.pool,
      addresses.filter((address) => address.includes("asOf=")),
    );
  }, 180_000);
});
