/** The row of a statement that always gives one. Throws an Error where it gave none. */
export function onlyRow<Row>({ rows: [row] }: { rows: readonly Row[] }): Row {
  if (row === undefined) throw new Error("a statement that always gives a row gave none");
  return row;
}
