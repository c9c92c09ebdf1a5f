import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord } from "../../../server/csv/parse-block.ts";
import { type Framing, readRecords } from "../../../server/csv/read-records.ts";
import { withFile } from "../../support/csv.ts";

const framing: Framing = { encoding: "utf-8", delimiter: ",", skipRows: 0 };

const recordsOf = (content: string | Buffer, options: Partial<Framing> = {}) =>
  withFile(content, async (path) => {
    const records: CsvRecord[] = [];
    for await (const batch of readRecords(path, { ...framing, ...options })) records.push(...batch);
    return records;
  });

const plain = async (content: string | Buffer, options: Partial<Framing> = {}) =>
  (await recordsOf(content, options)).map(({ line, cells }) => [line, cells.join("|")]);

/** A table with the text that writes it, and the line on which each record begins, counted by hand. */
const pieceSize = 64 * 1024;
const cell = fc.string({
  unit: fc.constantFrom("a", "é", " ", '"', ",", "\n", "\r"),
  maxLength: 6,
});
const row = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
  ending: fc.constantFrom("\n", "\r\n", "\r"),
});
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const breaksIn = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function written(rows: readonly { cells: string[]; ending: string }[]) {
  let [text, line] = ["", 1];
  const records: { line: number; cells: string[] }[] = [];
  for (const { cells, ending } of rows) {
    records.push({ line, cells });
    const record = cells.map(quoted).join(",") + ending;
    line += breaksIn(record);
    text += record;
  }
  return { text, records };
}

it("readRecords agrees with what was written, line numbers too, for any cells and mixed endings", async () => {
  const filled = fc.tuple(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 60 }));
  await fc.assert(
    fc.asyncProperty(filled, async ([rows, before]) => {
      // The long first row puts what matters across the edge of a piece.
      const long = { cells: ["x".repeat(pieceSize - before)], ending: "\n" };
      const { text, records } = written([long, ...rows]);
      const found = await recordsOf(text);
      expect(found.map(({ line, cells }) => ({ line, cells }))).toEqual(records);
    }),
    { numRuns: 150 },
  );
});

describe("framing", () => {
  it("B5: LF, CRLF and CR may be mixed in one file", async () => {
    expect(await plain("a,b\r\n1,2\n3,4\r5,6\n")).toEqual([
      [1, "a|b"],
      [2, "1|2"],
      [3, "3|4"],
      [4, "5|6"],
    ]);
  });

  it("B1: a byte order mark is no part of the first cell", async () => {
    expect(await plain("\uFEFFdate,rate\n")).toEqual([[1, "date|rate"]]);
    expect(await plain('\uFEFF"date",rate\n')).toEqual([[1, "date|rate"]]);
  });

  it("T10: a record is told by the physical line on which it begins", async () => {
    expect(await plain('a,"1\r\n2\n3"\n\nb,c\n')).toEqual([
      [1, "a|1\r\n2\n3"],
      [4, ""],
      [5, "b|c"],
    ]);
  });

  it("T12: blank lines are records of one empty cell", async () => {
    expect(await plain("a,b\n\n   \n1,2\n")).toEqual([
      [1, "a|b"],
      [2, ""],
      [3, "   "],
      [4, "1|2"],
    ]);
  });

  it.each([";", "\t", "|"])("T1: the delimiter may be %j", async (delimiter) => {
    expect(await plain(`a${delimiter}1,5\n`, { delimiter })).toEqual([[1, "a|1,5"]]);
  });

  it.each(["\n", "\r\n", "\r"])("skipRows passes over any lines that end in %j", async (end) => {
    const text = ['5" of preamble', 'an "open quote', "a,b", "1,2", ""].join(end);
    expect(await plain(text, { skipRows: 2 })).toEqual([
      [3, "a|b"],
      [4, "1|2"],
    ]);
    expect(await plain(text, { skipRows: 9 })).toEqual([]);
  });

  it.each(["windows-1251", "koi8-r", "utf-16le", "utf-16be"])(
    "B2: %s is decoded",
    async (encoding) => {
      const bytes: Record<string, string> = {
        "windows-1251": "caeef02c310a",
        "koi8-r": "ebcfd22c310a",
        "utf-16le": "fffe1a043e0440042c0031000a00",
        "utf-16be": "feff041a043e0440002c0031000a",
      };
      expect(await plain(Buffer.from(bytes[encoding]!, "hex"), { encoding })).toEqual([
        [1, "Кор|1"],
      ]);
    },
  );

  it("B7: a gzip file is read as what is in it", async () => {
    expect(await plain(gzipSync("a,b\n1,2\n"))).toEqual([
      [1, "a|b"],
      [2, "1|2"],
    ]);
  });
});

describe("damage", () => {
  it("B9: a file may end without a line break, and the last record says so", async () => {
    expect((await recordsOf("a,b\n1,2")).map(({ fault }) => fault)).toEqual([null, "no-line-end"]);
    expect((await recordsOf("a,b\n1,2\r")).map(({ fault }) => fault)).toEqual([null, null]);
  });

  it.each([
    ['a,5" pipe', 'a,5" pipe\n'],
    ['a, "x"', 'a, "x"\n'],
    ['"x"y,b', '"x"y,b\n'],
    ['"open,b', '"open,b\n'],
  ])("T11: only the line %s is damaged, and the next line is read", async (text) => {
    const records = await recordsOf(`h,i\n${text}\nc,"d"\ne,f\n`);
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, null],
      [2, "quote-damage"],
      [3, null],
      [4, null],
    ]);
    expect(records[1]!.cells).toEqual([`${text}\n`]);
  });

  it("B9: a quote that is never closed means a file that is cut off", async () => {
    const cut = recordsOf('a,b\n1,"2\n3,4\n');
    await expect(cut).rejects.toMatchObject({ kind: "unreadable-file" });
    await expect(cut).rejects.toThrow("quote opened on line 2");
  });

  it("B8: a line over 1 MB is refused, with its number", async () => {
    const long = recordsOf(`a,b\n1,${"x".repeat(1_200_000)}\n`);
    await expect(long).rejects.toMatchObject({ kind: "unreadable-file" });
    await expect(long).rejects.toThrow("Line 2 is longer than 1 MB");
    await expect(recordsOf(`a,b\n${",".repeat(2_000_000)}\n`)).rejects.toThrow("longer than 1 MB");
  });

  it("a file of damaged quotes throughout is refused whole", async () => {
    const damaged = recordsOf('5" pipe\n'.repeat(1001));
    await expect(damaged).rejects.toThrow("Over 1000 lines have damaged quotes (line 1 is one)");
  });

  it("B7: a gzip file that unpacks to over 100 times its size is refused", async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, "1,2\n"));
    await expect(recordsOf(bomb)).rejects.toThrow("over 100 times its size");
  });
});
