import { describe, expect, it } from "vitest";
import { readText } from "../../support/csv.ts";

const som = { QUOTE: { value: "KGS" }, SOURCE: { value: "NBKR" } };
const read = (text: string) => readText(text, { mapping: { dimensions: som } });
const rows = "05.01.2024;89,1;97,1\n06.01.2024;89,2;97,2\n";

describe("T6: the values of a second table are never read as those of the first", () => {
  it.each(["ДАТА;EUR;RUB", "Период;EUR;RUB", "date ;EUR;RUB"])("below %s", async (header) => {
    const text = `Дата;USD;EUR\n${rows}\n${header}\n08.01.2024;97,3;0,95\n`;
    await expect(read(text)).rejects.toThrow(/several tables.*the next begins with/s);
  });

  it("a header that stands there again in other letters is passed over", async () => {
    const { drafts, notices } = await read(`Дата;USD;EUR\n${rows}ДАТА; Usd;EUR\n${rows}`);
    expect(drafts).toHaveLength(8);
    expect(notices).toMatchObject([{ code: "skipped-line", line: 4 }]);
  });

  it("a note that begins with a word for a day is none", async () => {
    const { drafts, notices } = await read(`Дата;USD;EUR\n${rows}Дата;обновлено 09.01.2024;\n`);
    expect(drafts).toHaveLength(4);
    expect(notices).toMatchObject([{ code: "skipped-line", line: 4 }]);
  });
});

describe("T5: below the last row", () => {
  const long = "Дата;Код;Курс\n05.01.2024;USD;89,1\n06.01.2024;USD;89,2\n";

  it.each(["Источник: НБКР, 2024;;", "1) с 2019 года;;", "Итого;;178,3", ";USD;", "* оценка;;"])(
    "%s is a note, and told",
    async (note) => {
      const { drafts, errors, notices } = await read(`${long}${note}\n`);
      expect([drafts.length, errors]).toEqual([2, []]);
      expect(notices).toMatchObject([{ code: "skipped-line", line: 4 }]);
    },
  );

  it.each(["январь;USD;89,3", "II;USD;89,3", "31.02.2024;USD;", "2024 г;USD;89,3", ";USD;89,3"])(
    "%s is a row, and refused",
    async (row) => {
      const { errors } = await read(`${long}${row}\n`);
      expect(errors).toMatchObject([{ code: "not-a-period", line: 4 }]);
    },
  );
});
