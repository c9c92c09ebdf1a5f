import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SeriesList } from "../../server/contract/series.ts";
import { addDays } from "../../server/contract/period.ts";
import { startKurs } from "../support/run-kurs.ts";

const quotes = ["KGS", "KZT", "TJS", "UZS", "TMT"];
const days = 9_000;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-crash-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  file = join(folder, "many.csv");
  const lines = quotes.flatMap((quote) =>
    Array.from(
      { length: days },
      (_, day) => `${addDays("2000-01-01", day)},USD,${quote},${10 + (day % 89)}.25`,
    ),
  );
  await writeFile(file, ["date,base,quote,rate", ...lines, ""].join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

const upload = async (address: string, token: string, source: string) => {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  const init = { method: "POST", headers, body: await openAsBlob(file) };
  // A server that is killed answers nothing.
  return fetch(`${address}/api/v1/imports?source=${source}`, init).then(
    ({ status }) => status,
    () => null,
  );
};

it("kill -9 of the server in the middle of an import leaves all of it or none, and the next start works", async () => {
  const environment = { DATA_DIR: join(folder, "kept") };
  let kurs = await startKurs(environment);
  const token = (await readFile(join(folder, "kept/token"), "utf8")).trim();

  for (const [run, delayMs] of [30, 150, 400, 700, 1_000].entries()) {
    const source = `RUN_${run}`;
    const answer = upload(kurs.address, token, source);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const ended = once(kurs.child, "exit");
    kurs.child.kill("SIGKILL");
    await ended;

    const status = await answer;
    kurs = await startKurs(environment);
    const response = await fetch(`${kurs.address}/api/v1/series?dataset=FX&key=...${source}`);
    const { series } = SeriesList.parse(await response.json());
    const stored = series.map(({ observationCount }) => observationCount);
    const all = quotes.map(() => days);
    expect([[], all], `killed after ${delayMs} ms`).toContainEqual(stored);
    if (status === 201) expect(stored).toEqual(all);
  }

  const ended = once(kurs.child, "exit");
  kurs.child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
}, 120_000);
