/** A column of a small chart: its box, and whether it goes down from the zero line. */
export interface MiniColumn {
  x: number;
  y: number;
  width: number;
  height: number;
  below: boolean;
}

/** Small columns: one for each value that there is, and the height of the zero line. */
export interface MiniColumns {
  columns: readonly (MiniColumn | null)[];
  zero: number;
}

/** Columns from a zero line that is always within the box; a null keeps its place and draws nothing. */
export function miniColumns(
  values: readonly (number | null)[],
  { width, height }: { width: number; height: number },
): MiniColumns {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const heightOf = (size: number) => (size / (high - low || 1)) * height;
  const zero = heightOf(high);
  const step = width / Math.max(1, values.length);
  const columns = values.map((value, i) => {
    if (value === null) return null;
    // A true zero is not nothing.
    const size = Math.max(1, heightOf(Math.abs(value)));
    const y = value < 0 ? zero : zero - size;
    return { x: i * step + step * 0.1, y, width: step * 0.8, height: size, below: value < 0 };
  });
  return { columns, zero };
}
