import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { readFile } from "../../support/csv.ts";

/** One fault a file: the code of its row's problem, the line, the column, and a word of the message. */
const rowFaults: readonly [string, string, number, string | null, RegExp][] = [
  ["arabic-digits", "not-a-number", 3, "rate", /٣/],
  ["bad-nominal", "bad-nominal", 3, "nominal", /7: it must be 1, 10/],
  ["bad-status", "bad-status", 3, "status", /Z is no status/],
  ["currency-not-yet-there", "retired-code", 3, "date", /KZT did not exist before 1993/],
  ["cyrillic-k", "lookalike-code", 3, "quote", /Cyrillic letter К \(U\+041A\): did you mean KGS/],
  ["cyrillic-k-in-header", "lookalike-code", 1, "USD/КZT", /U\+041A.*KZT/],
  ["day-in-yearly-dataset", "not-a-period", 3, "TIME_PERIOD", /no period of frequency A/],
  ["delete-action", "unknown-code", 3, "ACTION", /undo the import/],
  ["hexadecimal-number", "not-a-number", 3, "rate", /0x1F/],
  ["huge-exponent", "not-a-number", 3, "rate", /1e400/],
  ["impossible-day", "not-a-period", 3, "date", /2026-02-31/],
  ["infinite-number", "not-a-number", 3, "rate", /Infinity/],
  ["letter-in-number", "not-a-number", 3, "rate", /8O\.1/],
  ["long-row", "wrong-field-count", 3, null, /5 fields, the header 4/],
  ["quote-inside-cell", "quote-damage", 3, null, /written twice/],
  ["rounded-year", "not-a-period", 3, "year", /2\.02E\+03 is no period/],
  ["retired-currency", "retired-code", 3, "date", /TJR was in use until .*TJS took its place/],
  ["short-row", "wrong-field-count", 3, null, /3 fields, the header 4/],
  ["space-in-number", "not-a-number", 3, "rate", /11\. 5885/],
  ["text-after-quote", "quote-damage", 4, null, /written twice/],
  ["two-structures", "unknown-code", 3, "DATAFLOW", /a file of its own/],
  ["unknown-currency", "unknown-code", 3, "quote", /QUOTE has no code KGZ/],
  ["unknown-series", "unknown-code", 3, "series", /FX\/FREQ\.BASE\.QUOTE\.SOURCE/],
  ["unread-multiplier", "bad-nominal", 3, "UNIT_MULT", /nominalPower/],
  ["value-under-empty-header", "wrong-field-count", 3, null, /Column 5 has no name/],
  ["another-form-of-day", "not-a-period", 3, "date", /20\.11\.2026 is no period/],
  ["comma-among-points", "not-a-number", 3, "rate", /87,4500/],
  ["currency-in-itself", "unknown-code", 3, "rate", /both KGS: it must be 1/],
  ["currency-name", "unknown-code", 3, "base", /Did you mean USD\? Say so in the mapping/],
  ["cyrillic-throughout", "lookalike-code", 3, "quote", /did you mean TJS/],
  ["formula", "not-a-number", 3, "rate", /=1\+1/],
  ["excel-text-and-more", "quote-damage", 3, null, /written twice/],
  ["fraction", "not-a-number", 3, "rate", /1\/3/],
  ["impossible-last-day", "not-a-period", 4, "date", /2026-11-31/],
  ["lost-letter", "not-a-number", 3, "rate", /\uFFFD/],
  ["note-between-rows", "wrong-field-count", 3, null, /1 fields, the header 4/],
  ["numeric-code", "unknown-code", 3, "base", /ISO number of USD: say "numeric"/],
  ["percent-in-rates", "not-a-number", 3, "rate", /percentage/],
  ["underscore-in-number", "not-a-number", 3, "rate", /1_000/],
  ["uneven-groups", "not-a-number", 3, "rate", /1,23,456\.7/],
  ["value-without-day", "not-a-period", 3, "date", /An empty cell is no period/],
  ["year-day-month", "not-a-period", 3, "date", /YYYY-DD-MM/],
];

/** Files that are refused whole: the kind, and words that say what it is or what to do. */
const fileFaults: readonly [string, string, RegExp][] = [
  ["currencies-without-pivot", "needs-mapping", /quoted in \(dimensions\.QUOTE/],
  ["day-or-month", "needs-mapping", /DD\/MM\/YYYY or MM\/DD\/YYYY.*Read as DD/],
  ["feed-of-cbu", "unreadable-file", /JSON \(as the feed of CBU.*date,base,quote,rate/],
  ["feed-of-nbkr", "unreadable-file", /XML \(as the feeds of NBKR.*date,base,quote,rate/],
  ["leading-zeros", "needs-mapping", /begins with 3 zeros or more.*"zeros": "figures"/],
  ["month-ends-but-one", "needs-mapping", /None of the 3 rows.*"dayOfPeriod": "last"/],
  ["names-throughout", "needs-mapping", /None of the 3 rows.*Did you mean USD/],
  ["no-periods", "needs-mapping", /No row of column date has a period/],
  ["serial-days", "needs-mapping", /EXCEL or EXCEL-1904/],
  ["thousands-or-decimals", "needs-mapping", /before the decimals/],
  ["transposed", "needs-mapping", /headers are periods/],
  ["two-digit-years", "needs-mapping", /DD\.MM\.YY/],
  ["two-tables", "unreadable-file", /several tables/],
  ["utf-16-big-endian-without-mark", "needs-mapping", /looks like utf-16be/],
  ["year-day-month-throughout", "needs-mapping", /YYYY-DD-MM/],
  ["archive", "unreadable-file", /a ZIP archive/],
  ["blank", "unreadable-file", /The file is empty/],
  ["cut-off-row", "unreadable-file", /looks cut off: its last line \(3\) has 2 of 4/],
  ["damaged-gzip", "unreadable-file", /gzip file is damaged/],
  ["document", "unreadable-file", /a PDF/],
  ["empty", "unreadable-file", /The file is empty/],
  ["equal-headers", "needs-mapping", /called rate: map them by index/],
  ["feed", "unreadable-file", /This is XML/],
  ["header-only", "unreadable-file", /no data rows/],
  ["nul-byte", "unreadable-file", /binary data at byte 69:/],
  ["object", "unreadable-file", /This is JSON/],
  ["one-column", "needs-mapping", /choose the delimiter/],
  ["open-quote", "unreadable-file", /looks cut off: a quote opened on line 2/],
  ["page", "unreadable-file", /an HTML page/],
  ["pair-without-slash", "needs-mapping", /USDKZT is not/],
  ["strange-columns", "needs-mapping", /name the dataset/],
  ["too-many-columns", "unreadable-file", /201 columns; Kurs reads up to 200/],
  ["two-values", "needs-mapping", /tells value/],
  ["utf-16-without-mark", "needs-mapping", /looks like utf-16le/],
  ["windows-1251", "needs-mapping", /not UTF-8.*windows-1251/],
  ["workbook", "unreadable-file", /an Excel workbook/],
];

const broken = (name: string) => `fixtures/broken/${name}.csv`;

it.each(rowFaults)("%s.csv has one row refused: %s on line %i", async (name, ...expected) => {
  const [code, line, column, message] = expected;
  const { errors } = await readFile(broken(name), { source: "NBKR" });
  expect(errors).toMatchObject([{ code, line, column, severity: "error" }]);
  expect(errors[0]!.message).toMatch(message);
});

it.each(rowFaults)("%s.csv loses no row but the refused one", async (name) => {
  const { drafts } = await readFile(broken(name), { source: "NBKR" });
  expect(drafts.length).toBeGreaterThan(0);
});

it.each(fileFaults)("%s.csv is refused whole: %s", async (name, kind, message) => {
  const error: unknown = await readFile(broken(name), { source: "NBKR" }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(KursError);
  expect(error).toMatchObject({ kind });
  expect((error as KursError).message).toMatch(message);
});

it("no-source.csv asks for the source, and tells what was recognised", async () => {
  await expect(readFile(broken("no-source"))).rejects.toMatchObject({
    kind: "needs-mapping",
    message: expect.stringMatching(/--source CODE.*source=CODE.*mapping/) as string,
    members: {
      recognised: { dataset: "FX", period: "date", value: "rate" },
      missing: ["dimensions.SOURCE"],
      sample: ["date | base | quote | rate", "2026-11-19 | USD | KGS | 87.4500"],
    },
  });
});

it("every broken file has its test", () => {
  const tested = [...rowFaults, ...fileFaults].map(([name]) => `${name}.csv`);
  expect([...tested, "no-source.csv"].sort()).toEqual(readdirSync("fixtures/broken").sort());
});
