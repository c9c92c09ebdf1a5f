import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { runKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-accept-"));
});
afterAll(() => rm(folder, { recursive: true }));

const kurs = (words: string[]) => runKurs(words, { DATABASE_URL: url, DATA_DIR: folder });
const file = `date,base,quote,rate
2017-08-29,USD,UZS,4210.35
2017-09-05,USD,UZS,8100.00
2017-09-12,USD,UZS,80.67
2017-09-19,USD,UZS,8093.22
`;

describe("kurs import FILE --accept CODES", () => {
  it("refuses a doubtful file with exit code 1 until each of its warnings is accepted", async () => {
    const path = join(folder, "sum.csv");
    await writeFile(path, file);
    const words = ["import", path, "--source", "CBU"];
    const refused = await kurs([...words, "--accept", "jump"]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("line 3: warning:");
    expect(refused.stderr).toContain("line 4: warning:");
    expect(refused.stderr).toContain("accept=scale.");
    const taken = await kurs([...words, "--accept", "jump", "--accept", "inverted,scale"]);
    expect([taken.code, taken.stdout.includes("4 added")]).toEqual([0, true]);
  });

  it("ends with 2 for a code that there is not", async () => {
    const { code, stderr } = await kurs(["import", "any.csv", "--accept", "jump,anything"]);
    expect(code).toBe(2);
    expect(stderr).toContain("It takes scale, jump, inverted, suspicious-day.");
  });
});
