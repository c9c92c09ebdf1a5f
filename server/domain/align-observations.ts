/** What several series have for one period, in their order; null where a series has nothing. */
export interface AlignedRow<Cell> {
  /** First day of the period. */
  period: string;
  cells: (Cell | null)[];
}

/** Series on one axis, oldest first: each period that one of them has, once. */
export function alignObservations<Cell extends { period: string }>(
  columns: readonly (readonly Cell[])[],
): AlignedRow<Cell>[] {
  const rows = new Map<string, AlignedRow<Cell>>();
  for (const [at, column] of columns.entries()) {
    for (const cell of column) {
      const { period } = cell;
      const row = rows.get(period) ?? { period, cells: columns.map(() => null) };
      row.cells[at] = cell;
      rows.set(period, row);
    }
  }
  return [...rows.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}
