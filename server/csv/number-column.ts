import { isMissing, type MissingTexts } from "./missing-marker.ts";
import type { DecimalSign } from "./read-number.ts";
import { readAffix } from "./affix.ts";

/** What a column of numbers has before its decimals (null: nothing in it tells), and the sign of money with every number. */
export interface NumberDecision {
  decimal: DecimalSign | null;
  /** The only separators that occur, where each may be of thousands or of decimals: `1.234`. */
  doubtful: readonly DecimalSign[];
  unit: string | null;
}

const signs = [".", ","] as const;
const plain = /^[\d.,]*$/;

/** Gathers the numbers of a file, to decide on all of them which sign stands before the decimals. */
export class NumberColumn {
  readonly #evidence = { ".": 0, ",": 0 };
  readonly #doubt = { ".": 0, ",": 0 };
  readonly #listed: MissingTexts;
  #numbers = 0;
  #unit: string | null = null;
  #united = 0;

  /** `listed` are the texts that the mapping calls missing. */
  constructor(listed: MissingTexts) {
    this.#listed = listed;
  }

  /** Adds the text of a cell. */
  add(text: string): void {
    if (isMissing(text, this.#listed)) return;
    const point = text.indexOf(".");
    const comma = text.indexOf(",");
    this.#numbers += 1;
    const isPlain = plain.test(text);
    if (!isPlain) this.#addUnit(text);
    if (point < 0 && comma < 0) return;
    this.#weigh(text, point, comma);
  }

  /** What all the numbers say together. */
  decide(): NumberDecision {
    const { ".": point, ",": comma } = this.#evidence;
    const doubtful = signs.filter((sign) => this.#doubt[sign] > 0);
    const unit = this.#united === this.#numbers ? this.#unit : null;
    const [most, least] = point > comma ? ([".", ","] as const) : ([",", "."] as const);
    // Where both stand before decimals somewhere, none can be told to part thousands elsewhere.
    const isMixed = point > 0 && comma > 0 && (point === comma || doubtful.includes(least));
    const isOpen = isMixed || point === comma;
    return { decimal: isOpen ? null : most, doubtful: isMixed ? signs : doubtful, unit };
  }

  #addUnit(text: string): void {
    const unit = readAffix(text);
    if (unit === null) return;
    this.#unit ??= unit;
    if (this.#unit === unit) this.#united += 1;
  }

  #weigh(text: string, point: number, comma: number): void {
    if (point >= 0 && comma >= 0) {
      // The last of two is before the decimals.
      this.#evidence[text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ","] += 1;
      return;
    }
    const [sign, other, at] =
      point >= 0 ? ([".", ",", point] as const) : ([",", ".", comma] as const);
    if (text.indexOf(sign, at + 1) >= 0) this.#evidence[other] += 1;
    else if (isDoubtful(text, at)) this.#doubt[sign] += 1;
    else this.#evidence[sign] += 1;
  }
}

/** One to three digits that do not begin with 0, the separator, and three digits: `12.345` may be twelve thousand. */
function isDoubtful(text: string, at: number): boolean {
  if (at < 1 || text.length < at + 4 || (plain.test(text) && text.length !== at + 4)) return false;
  return (
    /^\D*[1-9]\d{0,2}$/.test(text.slice(0, at)) && /^\d{3}(?!\d|[eE])/.test(text.slice(at + 1))
  );
}
