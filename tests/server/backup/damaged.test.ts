import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { afterEach, beforeAll, expect, inject, it } from "vitest";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { backUp, bringBack, type Files, rewrite } from "../../support/backup-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { columnsOf } from "../../support/dump-rows.ts";
import { growOld, migrations } from "../../support/old-database.ts";

const { pool: from } = cloneDatabase("template0");
const { pool: to } = cloneDatabase("template0");
let path: string;
let whole: Buffer;
beforeAll(async () => {
  path = join(inject("folder"), "damaged.tar.gz");
  await growOld(from, migrations.length);
  await backUp(from, path);
  whole = await readFile(path);
});

// Not even migrated: a restore that fails leaves nothing at all.
afterEach(async () => {
  expect([...(await columnsOf(to))]).toEqual([]);
});

async function refusalOf(packed: Uint8Array): Promise<string> {
  const error: unknown = await bringBack(to, packed).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KursError);
  const { kind, message } = error as KursError;
  expect([kind, message.split("\n")]).toEqual(["unreadable-file", [message]]);
  return message;
}

const change =
  (name: string, edit: (text: string) => string) =>
  (files: Files): Files =>
    files.map(([each, text]) => [each, each === name ? edit(text) : text]);
const observations = "tables/observation/000001.copy";

it.each<[string, (files: Files) => Files, RegExp]>([
  [
    "a digit that is another",
    change(observations, (text) => text.replace("87.4500", "87.4501")),
    /sums do not match/,
  ],
  [
    "a row that is gone",
    change(observations, (text) => text.slice(text.indexOf("\n") + 1)),
    /sums do not match/,
  ],
  [
    "rows that are no rows",
    change(observations, (text) => text.replaceAll("\t", " ")),
    /rows of observation cannot be/,
  ],
  [
    "a row that is there twice",
    change(observations, (text) => text + text.slice(0, text.indexOf("\n") + 1)),
    /rows of observation cannot be/,
  ],
  [
    "bytes that are no rows",
    change("tables/import_piece/000001.copy", () => "PGCOPY"),
    /rows of import_piece cannot be/,
  ],
  [
    "a table that is gone",
    (files) => files.filter(([name]) => name !== observations),
    /sums do not match/,
  ],
  [
    "no sums",
    (files) => files.filter(([name]) => name !== "SHA256SUMS"),
    /SHA256SUMS is not where it belongs/,
  ],
  [
    "sums of other files",
    change("SHA256SUMS", (text) => text.replace(/^./gm, "0")),
    /sums do not match/,
  ],
  ["a file behind its end", (files) => [...files, ["more", "x"]], /goes on behind its end/],
  ["tables in another order", (files) => [files[0]!, ...files.slice(1).reverse()], /is damaged/],
  [
    "a column too few",
    change("manifest.json", (text) => text.replace(/"rank",\s*/, "")),
    /other tables/,
  ],
  [
    "a table that is not ours",
    change("manifest.json", (text) => text.replaceAll('"regime"', '"pg_authid"')),
    /other tables/,
  ],
  [
    "a manifest that is cut",
    change("manifest.json", (text) => text.slice(0, 90)),
    /^This is no backup of Kurs/,
  ],
  ["nothing in it", () => [], /^This is no backup of Kurs/],
])("a backup with %s is refused", async (_, edit, reason) => {
  expect(await refusalOf(await rewrite(path, edit))).toMatch(reason);
});

it("a backup of a newer Kurs is refused by its version", async () => {
  const newer = change("manifest.json", (text) =>
    text
      .replace('"kurs": "0.1.0"', '"kurs": "9.0.0"')
      .replace(/("migrations": \[[^\]]*?)(\s*\])/, '$1, "9999_to-come"$2'),
  );
  expect(await refusalOf(await rewrite(path, newer))).toBe(
    "The backup was made by Kurs 9.0.0, which is newer (it has 9999_to-come): restore it with that version or a newer one.",
  );
  const later = change("manifest.json", (text) =>
    text.replace('"formatVersion": 1', '"formatVersion": 2'),
  );
  expect(await refusalOf(await rewrite(path, later))).toContain(
    "in a form that this one does not know",
  );
});

it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ["a CSV file", () => Buffer.from("date,base,quote,rate\n2026-01-01,USD,KGS,87.45\n")],
  ["a packed CSV file", () => gzipSync("date,base,quote,rate\n2026-01-01,USD,KGS,87.45\n")],
  [
    "another archive",
    async () => gzipSync(await packTar([{ header: { name: "a", size: 1 }, body: "a" }])),
  ],
])("%s is no backup", async (_, make) => {
  expect(await refusalOf(await make())).toMatch(/^This is no backup of Kurs/);
});

it("a file cut off anywhere is refused, from its middle on as incomplete", async () => {
  const cuts = fc.integer({ min: 1, max: whole.length - 1 });
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => void (await refusalOf(whole.subarray(0, at)))),
    { numRuns: 25 },
  );
  for (const at of [0, whole.length / 2, whole.length - 1])
    expect(await refusalOf(whole.subarray(0, at))).toMatch(/^The backup is incomplete: /);
});

/** The last bits of a stream may be nobody's. */
function unpacksAlike(changed: Uint8Array): boolean {
  try {
    return gunzipSync(changed).equals(gunzipSync(whole));
  } catch {
    return false;
  }
}

it("a byte changed anywhere behind gzip's own header is refused, where it means anything", async () => {
  const changes = fc.tuple(
    fc.integer({ min: 10, max: whole.length - 1 }),
    fc.integer({ min: 1, max: 255 }),
  );
  await fc.assert(
    fc.asyncProperty(changes, async ([at, mask]) => {
      const changed = Buffer.from(whole);
      changed[at]! ^= mask;
      fc.pre(!unpacksAlike(changed));
      await refusalOf(changed);
    }),
    { numRuns: 40 },
  );
});
