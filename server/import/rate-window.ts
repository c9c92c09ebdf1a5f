import { reach, type SurroundedRate } from "../domain/rate-surroundings.ts";
import type { NearRow } from "../sql/select-neighbours.ts";

/** Surrounds each rate that moves with those beside it; holds no more rates at a time than that takes. */
export class RateWindow {
  #rates: NearRow[] = [];
  /** The first whose later rates have not all come. */
  #at = 0;

  /** Takes the next rate, in order of series and period; returns those that move and are surrounded now. */
  take(rate: NearRow): SurroundedRate[] {
    const isSame = this.#rates[0]?.series === rate.series;
    const ended = isSame ? [] : this.end();
    this.#rates.push(rate);
    return [...ended, ...this.#surround(this.#rates.length - reach)];
  }

  /** Returns the last that move, once all rates have come. */
  end(): SurroundedRate[] {
    const last = this.#surround(this.#rates.length);
    this.#rates = [];
    this.#at = 0;
    return last;
  }

  #surround(end: number): SurroundedRate[] {
    const found: SurroundedRate[] = [];
    for (; this.#at < end; this.#at += 1) {
      const rate = this.#rates[this.#at];
      if (rate?.moves && rate.line !== null) found.push(this.#among(rate, rate.line));
    }
    const passed = Math.max(0, this.#at - reach);
    this.#rates.splice(0, passed);
    this.#at -= passed;
    return found;
  }

  #among({ series, base, quote, officialPeg, period, value }: NearRow, line: number) {
    const former = this.#rates.slice(Math.max(0, this.#at - reach), this.#at).reverse();
    const later = this.#rates.slice(this.#at + 1, this.#at + 1 + reach);
    return { series, base, quote, officialPeg, period, value, line, former, later };
  }
}
