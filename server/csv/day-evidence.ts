import { addDays, daysBetween } from "../contract/period.ts";

/** What the days of a column look like together when they are read in one form. It decides no form: whoever must choose one can judge by it. */
export class DayEvidence {
  #days = 0;
  #atWeekend = 0;
  #areFirst = true;
  #areLast = true;
  #rises = 0;
  #falls = 0;
  #shortest = Infinity;
  #longest = 0;
  #previous: string | null = null;

  /** Adds a day, in the order of the file. */
  add(day: string): void {
    this.#days += 1;
    if (new Date(day).getUTCDay() % 6 === 0) this.#atWeekend += 1;
    this.#areFirst &&= day.endsWith("-01");
    this.#areLast &&= addDays(day, 1).endsWith("-01");
    if (this.#previous !== null) this.#addStep(daysBetween(this.#previous, day));
    this.#previous = day;
  }

  /** Whether every day is the last of a month. */
  get isOfLastDays(): boolean {
    return this.#days > 0 && this.#areLast;
  }

  /** The order of the days, their weekends and their distances, in words: `oldest first, no weekends, 1 to 3 days apart`. */
  get words(): string {
    const said = [this.#order(), this.#monthly(), this.#weekends(), this.#steps()];
    return said.filter((part) => part !== null).join(", ");
  }

  #addStep(days: number): void {
    if (days > 0) this.#rises += 1;
    else this.#falls += 1;
    this.#shortest = Math.min(this.#shortest, Math.abs(days));
    this.#longest = Math.max(this.#longest, Math.abs(days));
  }

  #order(): string | null {
    if (this.#days < 2) return null;
    if (this.#falls === 0) return "oldest first";
    return this.#rises === 0 ? "newest first" : "in no order";
  }

  #monthly(): string | null {
    if (this.#days < 2) return null;
    if (this.#areFirst) return "each the first of a month";
    return this.isOfLastDays ? "each the last of a month" : null;
  }

  #weekends(): string {
    if (this.#atWeekend === 0) return "no weekends";
    return `${this.#atWeekend} of ${this.#days} at a weekend`;
  }

  #steps(): string | null {
    if (this.#days < 2) return null;
    const least = this.#shortest === this.#longest ? "" : `${this.#shortest} to `;
    return `${least}${this.#longest} ${this.#longest === 1 ? "day" : "days"} apart`;
  }
}
