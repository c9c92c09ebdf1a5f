import type { Kind } from "../contract/series.ts";

/** What a dimension takes: the codes of its list, and any other of SDMX's form when it is open. */
export interface DimensionShape {
  code: string;
  /** Takes codes that an import brings. */
  open: boolean;
  /** Its codes are ISO 4217 currencies, each good only in its years of use. */
  currencies: boolean;
  /** The codes known so far. */
  codes: ReadonlySet<string>;
}

/** What the reading of a file needs to know of a dataset. */
export interface DatasetShape {
  code: string;
  /** In key order, `FREQ` first. */
  dimensions: readonly DimensionShape[];
  kind: Kind;
  /** The dimension that says who publishes (`SOURCE` of `FX`); null where an import says it. */
  sourceDimension: string | null;
}
