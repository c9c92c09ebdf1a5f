/** Where a value of a record stands: in the cell at an index, or (`at` null) it is the same in every record. */
export interface Field {
  at: number | null;
  /** The column's header, to name in a problem; null for a constant. */
  column: string | null;
  constant: string;
}

/** The text of a field in a record, without space around it. */
export function textOf(field: Field, cells: readonly string[]): string {
  return field.at === null ? field.constant : (cells[field.at] ?? "").trim();
}

/** A field with the same text in every record. */
export function constantField(text: string | number): Field {
  return { at: null, column: null, constant: String(text) };
}
