import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepFile, keptBytes, readKeptLine } from "../../../server/import/kept-file.ts";
import { insertImport } from "../../../server/sql/insert-import.ts";
import { writing } from "../../../server/sql/database.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");

/** Keeps a text with an import of its own, asks, and takes all back. */
async function keeping<T>(
  text: string | Buffer,
  ask: (db: Parameters<typeof keepFile>[0], id: number) => Promise<T>,
  encoding = "utf-8",
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "kurs-kept-"));
  const path = join(folder, "file");
  await writeFile(path, text);
  let answer: T | undefined;
  const work = writing(pool, async (db) => {
    const file = { sha256: "0".repeat(64), bytes: text.length, mapping: "{}", fileName: "file" };
    const id = await insertImport(db, { ...file, by: "test", undoes: null });
    await keepFile(db, id, path, encoding);
    answer = await ask(db, id);
    throw new Error("taken back");
  });
  await expect(work).rejects.toThrow("taken back");
  await rm(folder, { recursive: true });
  return answer as T;
}

describe("readKeptLine(db, importId, line, encoding)", () => {
  it.each(["\n", "\r\n", "\r"])(
    "finds each line of a file of many pieces whose lines end in %j",
    async (end) => {
      const lines = Array.from({ length: 40_000 }, (_, i) => `строка ${i + 1}`);
      const asked = [1, 2, 9_999, 20_000, 33_333, 40_000];
      const found = await keeping(lines.join(end), async (db, id) => {
        const texts: (string | null)[] = [];
        for (const line of asked) texts.push(await readKeptLine(db, id, line, "utf-8"));
        return texts;
      });
      expect(found).toEqual(asked.map((line) => lines[line - 1]));
    },
  );

  it("finds a line that is longer than a piece, and none past the end", async () => {
    const long = "x".repeat(700_000);
    const found = await keeping(`a\n${long}\nb`, async (db, id) => [
      await readKeptLine(db, id, 2, "utf-8"),
      await readKeptLine(db, id, 3, "utf-8"),
      await readKeptLine(db, id, 4, "utf-8"),
    ]);
    expect(found).toEqual([long, "b", null]);
  });
});

it("readKeptLine finds the line of a UTF-16 file, whose letters hold bytes of line ends", async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `Њ Ċ ${i + 1}`);
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const bytes = Buffer.from(lines.join("\r\n"), "utf16le");
    if (encoding === "utf-16be") bytes.swap16();
    const found = await keeping(
      bytes,
      async (db, id) => [
        await readKeptLine(db, id, 20_000, encoding),
        await readKeptLine(db, id, 40_000, encoding),
      ],
      encoding,
    );
    expect(found).toEqual([lines[19_999], lines[39_999]]);
  }
});

describe("keptBytes(db, importId)", () => {
  it("gives the file back byte for byte", async () => {
    const text = "date,rate\r\n2026-01-01,87.4500\r\n".repeat(30_000);
    const back = await keeping(text, async (db, id) => {
      const pieces: Buffer[] = [];
      for await (const piece of keptBytes(db, id)) pieces.push(piece);
      return Buffer.concat(pieces).toString();
    });
    expect(back === text).toBe(true);
  });
});
