import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");

async function call(name: "fold_text" | "search_words", text: string): Promise<string> {
  const { rows } = await pool.query<{ folded: string }>(`select ${name}($1) as folded`, [text]);
  return rows[0]?.folded ?? "";
}
const fold = (text: string) => call("fold_text", text);

/** Whether somebody who types a word finds a text. */
async function finds(typed: string, text: string): Promise<boolean> {
  const folded = await fold(typed);
  return folded !== "" && (await call("search_words", text)).includes(folded);
}

describe("fold_text", () => {
  it.each([
    ["D.USD.KGS/NBKR", "d usd kgs nbkr"],
    ["  Сомы,  Кыргызстан! ", "somy kyrgyzstan"],
    ["Oʻzbekiston O’zbekiston O‘zbekiston O`zbekiston O'zbekiston", "ozbekiston ".repeat(5).trim()],
    ["Ўзбекистон сўми", "ozbekiston somi"],
    ["Щучье, цена, июль, ярмарка", "shchuche tsena iyul yarmarka"],
    ["Walýuta kurslary Türkmenistan Ş Ž Ň", "walyuta kurslary turkmenistan s z n"],
    ["Қазақстан теңгесі Ұлттық", "qazaqstan tengesi ulttyq"],
    ["Сомонӣ Тоҷикистон", "somoni tojikiston"],
    ["ﬁnance", "finance"],
    ["«»…—€", "€"],
    ["", ""],
  ])("makes %j %j", async (text, folded) => {
    expect(await fold(text)).toBe(folded);
  });

  it("makes the same of a text however it is composed and in whatever case it is", async () => {
    for (const text of ["Ёлка Йошкар Ўзбек Қирғиз", "Walýuta Türkmen ş", "Сомонӣ ӯ"]) {
      const forms = [text.normalize("NFC"), text.normalize("NFD"), text.toUpperCase()];
      const [first, ...rest] = await Promise.all(forms.map(fold));
      expect(rest).toEqual([first, first]);
    }
  });

  it("changes nothing that is folded already, whatever the text", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((s) => s.replaceAll("\0", ""));
    await fc.assert(
      fc.asyncProperty(text, async (original) => {
        const folded = await fold(original);
        expect(await fold(folded)).toBe(folded);
      }),
      { numRuns: 200 },
    );
  });
});

describe("search_words", () => {
  it.each([
    ["ёлка", "елка"],
    ["елка", "ёлка"],
    ["yoshlar", "ёшлар"],
    ["ёшлар", "yoshlar"],
    ["сўм", "so'm"],
    ["soʻm", "сўм"],
    ["kazak", "қазақ"],
    ["казак", "Қазақстан"],
    ["yos", "Ёшлар"],
  ])("lets %s find %s", async (typed, text) => {
    expect(await finds(typed, text)).toBe(true);
  });

  it("lets no other word find it", async () => {
    expect(await finds("tenge", "сўм")).toBe(false);
  });
});
