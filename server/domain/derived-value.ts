import type { Fraction } from "./fraction.ts";
import type { DatedValue } from "./path-rates.ts";

/** A value of a period that may be made of others. */
export interface DerivedValue extends DatedValue {
  /** How many values of the source it is made of, where it was made coarser. */
  count?: number;
  /** The value before it was rounded, where it was: what is reckoned of it is rounded once only. */
  exact?: Fraction;
}
