/** Something that can be named: its code and its name. */
export interface Named {
  code: string;
  name: string;
}

/** A dimension of a dataset with its codes. */
export interface DimensionChoice extends Named {
  codes: readonly Named[];
}
