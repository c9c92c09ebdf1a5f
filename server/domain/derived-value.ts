import type { Status } from "../contract/observation.ts";
import type { Fraction } from "./fraction.ts";

/** What a source said of a period. */
export interface DatedValue {
  /** First day of the period. */
  period: string;
  /** Decimal text; null where the source says that there is no figure. */
  value: string | null;
  status: Status;
}

/** A value of a period that may be made of others. */
export interface DerivedValue extends DatedValue {
  /** How many values of the source it is made of, where it was made coarser. */
  count?: number;
  /** The value before it was rounded, where it was: what is computed from it is rounded once only. */
  exact?: Fraction;
}
