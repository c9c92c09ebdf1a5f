import type { Mapping } from "../contract/mapping.ts";
import { createDateReader } from "./date-format.ts";
import { type DateForm, dateForms, formsOf, longestDate } from "./date-forms.ts";
import { DayEvidence } from "./day-evidence.ts";
import { detach } from "./detach.ts";
import { createZoneDay, isMoment } from "./zone-day.ts";

/** As many texts are remembered; a column of days repeats them. */
const most = 100_000;

/** A form among which its sender must choose, and what the days look like when they are read in it. */
export interface DateCandidate {
  format: string;
  words: string;
  /** The texts look like something else, of which Kurs has no form. */
  isDoubtful?: true;
}

/** The form that a column of periods has, or those among which its sender must choose. */
export type PeriodDecision =
  | {
      format: string | null;
      /** Every day of the column is the last of a month. */
      isOfLastDays: boolean;
    }
  | { candidates: DateCandidate[] };

/** Gathers the texts of a column of periods, to decide on all of them which form they have. */
export class PeriodColumn {
  readonly #given: DateForm | null;
  readonly #dayIn: ((text: string, day: string) => string) | null;
  readonly #counts = new Map<DateForm, number>();
  readonly #evidence = new Map<DateForm, DayEvidence>();
  readonly #seen = new Map<string, boolean>();
  #total = 0;
  #last = "";
  #isLastDated = false;
  #hasLooseMoments = false;
  #spans = 0;
  #others = 0;

  /** What the mapping says is not decided again. */
  constructor({ dateFormat, zone }: Pick<Mapping, "dateFormat" | "zone"> = {}) {
    this.#given = dateFormat === undefined ? null : givenForm(dateFormat);
    this.#dayIn = zone === undefined ? null : createZoneDay(zone);
  }

  /** Adds a text; false where it is a period in no form. */
  add(text: string): boolean {
    if (text === this.#last) return this.#isLastDated;
    this.#last = text;
    this.#isLastDated = this.#seen.get(text) ?? this.#count(text);
    return this.#isLastDated;
  }

  /** One form for the whole column: the likeliest that reads every text, else the one that reads most. What means other days in another order is asked. */
  decide(): PeriodDecision {
    if (this.#given) return this.#decided(this.#given);
    if (this.#spans > 1 && this.#others === 0) return { candidates: [monthsOrSpans] };
    const whole = this.#reading(this.#total);
    const free = whole.filter(({ onlyAsked }) => !onlyAsked);
    const [first] = free;
    if (first && free.every(({ order }) => order === first.order)) return this.#decided(first);
    if (whole.length > 0) return this.#asked(first ? free : whole);
    // Some rows are wrong, then, and are told one by one.
    const most = Math.max(...this.#counts.values());
    const readMost = this.#reading(most);
    const [best, ...rivals] = readMost.filter(({ onlyAsked }) => !onlyAsked);
    // A row that is in another form says nothing of the order of day and month in those that are not.
    if (best && rivals.every(({ order }) => order === best.order)) return this.#decided(best);
    return this.#asked(best ? [best, ...rivals] : readMost);
  }

  #reading(count: number): DateForm[] {
    return dateForms.filter((form) => this.#counts.get(form) === count);
  }

  #decided(form: DateForm): PeriodDecision {
    const isOfLastDays = this.#evidence.get(form)?.isOfLastDays ?? false;
    // Midnight of the first day here is the last day in UTC: without a zone nothing tells one from the other.
    return { format: form.format, isOfLastDays: isOfLastDays && !this.#hasLooseMoments };
  }

  #asked(forms: readonly DateForm[]): PeriodDecision {
    const candidates = oneOfEachOrder(forms).map((form) => ({
      format: form.format ?? "YYYY-MM-DD",
      words: this.#evidence.get(form)?.words ?? "",
    }));
    return { candidates };
  }

  #count(text: string): boolean {
    const forms = this.#formsOf(text);
    for (const form of forms) {
      this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1);
      this.#weigh(form, text);
    }
    if (!this.#dayIn && isMoment(text)) this.#hasLooseMoments = true;
    if (isSpan(text)) this.#spans += 1;
    else if (forms.length > 0) this.#others += 1;
    if (forms.length > 0) this.#total += 1;
    this.#remember(text, forms.length > 0);
    return forms.length > 0;
  }

  #remember(text: string, isDated: boolean): void {
    if (text.length > longestDate) return;
    if (this.#seen.size >= most) this.#seen.clear();
    this.#seen.set(detach(text), isDated);
  }

  #formsOf(text: string): readonly DateForm[] {
    if (!this.#given) return formsOf(text);
    return this.#given.read(text) === null ? [] : [this.#given];
  }

  #weigh(form: DateForm, text: string): void {
    const period = form.read(text);
    if (period?.frequency !== "D") return;
    const evidence = this.#evidence.get(form) ?? new DayEvidence();
    this.#evidence.set(form, evidence);
    evidence.add(this.#dayIn?.(text, period.start) ?? period.start);
  }
}

/** `2000-01`, `2001-02` and `2002-03` are years that end in the next: Kurs has no such period, and would read months. */
const monthsOrSpans: DateCandidate = {
  isDoubtful: true,
  format: "YYYY-MM",
  words:
    "months, each of the next year and with the next number: are they not years from one to the next?",
};

function isSpan(text: string): boolean {
  const [, year, next] = /^\d\d(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year !== undefined && Number(next) === (Number(year) + 1) % 100;
}

/** The form that a mapping names, with no others beside it. Its reader knows the form: recognition refuses others. */
function givenForm(format: string): DateForm {
  const read = createDateReader(format)?.read ?? (() => null);
  return { format, order: "", onlyAsked: false, form: null, read };
}

function oneOfEachOrder(forms: readonly DateForm[]): DateForm[] {
  return forms.filter(({ order }, at) => forms.findIndex((other) => other.order === order) === at);
}
