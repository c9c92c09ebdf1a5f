import { expect, it } from "vitest";
import { placeOfText, textOfPlace } from "../../../client/components/column-choice.ts";
import { choiceOf, mappingOf } from "../../../client/components/mapping-choice.ts";
import { answer } from "../../../client/components/import-answers.ts";
import { columnAnswers } from "../../../client/components/mapping-options.ts";
import { allEn } from "../../../client/strings/desk/en.ts";
import { questionsOf, readAsked } from "../../../client/components/import-asked.ts";
import { errorsCsv } from "../../../client/components/errors-csv.ts";
import type { Mapping } from "../../../server/contract/mapping.ts";

const columns = [
  { name: "Дата", cells: ["01.10.2026"] },
  { name: "Курс", cells: ["87,45"] },
  { name: "Курс", cells: ["87,50"] },
  { name: "", cells: [""] },
];

it.each([
  ["column 0", "Дата"],
  ["column 1", { index: 1 }],
  ["column 3", { index: 3 }],
  ["always USD", { value: "USD" }],
  ["", undefined],
] as const)("%s is a place of a mapping, and back", (text, place) => {
  expect(placeOfText(text, columns)).toEqual(place);
  expect(textOfPlace(place, columns)).toBe(text);
});

const mappings: Mapping[] = [
  {},
  { dataset: "FX", encoding: "windows-1251", delimiter: ";", decimal: ",", skipRows: 3 },
  { period: "Дата", value: { index: 1 }, nominal: { value: "100" }, missing: ["-"] },
  {
    dimensions: {
      BASE: { column: "Дата", codes: { "Доллар США": "USD" } },
      QUOTE: { value: "KGS" },
    },
  },
  { wide: { dimension: "QUOTE", columns: { KGS: "KGS" } } },
  { wide: { pattern: "^(?<BASE>[A-Z]{3})/(?<QUOTE>[A-Z]{3})$" } },
  { period: { line: 2, index: 0 } },
];

it.each(mappings)("a form that nobody touches leaves %j as it is", (mapping) => {
  const made = mappingOf(choiceOf(mapping, columns), mapping, columns);
  expect({ ...made, dimensions: made.dimensions ?? {} }).toEqual({ dimensions: {}, ...mapping });
});

it("several columns of values take the place of one", () => {
  const choice = {
    ...choiceOf({ value: "Дата" }, columns),
    wide: "QUOTE",
    codes: { Курс: "KGS ", Дата: "" },
  };
  const made = mappingOf(choice, { value: "Дата" }, columns);
  expect(made.value).toBeUndefined();
  expect(made.wide).toEqual({ dimension: "QUOTE", columns: { Курс: "KGS" } });
});

it("answers become the source, the dataset and parts of a mapping; what is left empty is none", () => {
  const asked = readAsked({
    type: "/problems/needs-mapping",
    title: "",
    status: 422,
    missing: [
      "dimensions.SOURCE",
      "dimensions.QUOTE",
      "dimensions.BASE",
      "period",
      "decimal",
      "nominal",
      "wide",
    ],
    candidates: { decimal: [".", ","] },
  });
  const questions = questionsOf(asked);
  expect(questions.map(({ form }) => form)).toEqual([
    "source",
    "place",
    "place",
    "column",
    "choice",
    "column",
  ]);
  const answers = {
    "dimensions.SOURCE": "nbkr",
    "dimensions.QUOTE": "always KGS",
    "dimensions.BASE": "",
    period: "column 0",
    decimal: ",",
    nominal: "always 1",
  };
  expect(answer(questions, answers, { encoding: "koi8-r" }, columns)).toEqual({
    source: "NBKR",
    mapping: {
      encoding: "koi8-r",
      dimensions: { QUOTE: { value: "KGS" } },
      period: "Дата",
      decimal: ",",
      nominal: { value: "1" },
    },
  });
});

it("a nominal that is asked for is one of the proposed columns, or one number for the whole file", () => {
  const asked = { part: "nominal", choices: [{ value: "Дата", hint: "" }] };
  const values = columnAnswers(asked, columns, allEn).map(([value]) => value);
  expect(values).toEqual([
    "column 0",
    ...[0, 1, 2, 3, 4, 5].map((zeros) => `always ${10 ** zeros}`),
  ]);
  expect(columnAnswers({ part: "value", choices: [] }, columns, allEn)).toHaveLength(4);
});

it("errors.csv has the line as it came, is quoted, and holds no formula and no notice", () => {
  const problem = {
    line: 3,
    column: "rate",
    text: "=1+1",
    code: "not-a-number",
    message: 'no "number"',
  } as const;
  const text = errorsCsv(
    [
      { ...problem, severity: "error" },
      { ...problem, severity: "notice" },
    ],
    [{ line: 3, text: "2026-10-01,USD,KGS,=1+1" }],
  );
  expect(text).toBe(
    '\uFEFFline,original,column,text,severity,code,message\r\n3,"2026-10-01,USD,KGS,=1+1",rate,\'=1+1,error,not-a-number,"no ""number"""\r\n',
  );
});
