import { type DateForm, dateForms, formsOf } from "./date-forms.ts";

/** As many texts are remembered; a column of days repeats them. */
const most = 100_000;

/** The form that a column of periods has, or those among which its sender must choose. */
export type PeriodDecision = { format: string | null } | { candidates: string[] };

/** Gathers the texts of a column of periods, to decide on all of them which form they have. */
export class PeriodColumn {
  readonly #counts = new Map<DateForm, number>();
  readonly #seen = new Map<string, boolean>();
  #total = 0;
  #last = "";
  #isLastDated = false;

  /** Adds a text; false where it is a period in no form. */
  add(text: string): boolean {
    if (text === this.#last) return this.#isLastDated;
    this.#last = text;
    this.#isLastDated = this.#seen.get(text) ?? this.#count(text);
    return this.#isLastDated;
  }

  /** How many different periods were added. */
  get total(): number {
    return this.#total;
  }

  /** One form for the whole column: the likeliest that reads every text, else the one that reads most. What means other days in another order is asked. */
  decide(): PeriodDecision {
    const whole = this.#reading(this.#total);
    const free = whole.filter(({ onlyAsked }) => !onlyAsked);
    const [first] = free;
    if (first && free.every(({ order }) => order === first.order)) return { format: first.format };
    if (whole.length > 0) return { candidates: oneOfEachOrder(first ? free : whole) };
    // Some rows are wrong, then, and are told one by one.
    const most = Math.max(...this.#counts.values());
    const best = this.#reading(most).find(({ onlyAsked }) => !onlyAsked);
    return best ? { format: best.format } : { candidates: oneOfEachOrder(this.#reading(most)) };
  }

  #reading(count: number): DateForm[] {
    return dateForms.filter((form) => this.#counts.get(form) === count);
  }

  #count(text: string): boolean {
    const forms = formsOf(text);
    for (const form of forms) this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1);
    if (forms.length > 0) this.#total += 1;
    if (this.#seen.size >= most) this.#seen.clear();
    this.#seen.set(text, forms.length > 0);
    return forms.length > 0;
  }
}

function oneOfEachOrder(forms: readonly DateForm[]): string[] {
  const firsts = forms.filter(
    ({ order }, at) => forms.findIndex((other) => other.order === order) === at,
  );
  return firsts.map(({ format }) => format ?? "YYYY-MM-DD");
}
