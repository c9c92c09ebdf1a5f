/** Limits and ticks of a value axis; `step` is the distance of the ticks, which decides their decimals. */
export interface ValueAxis {
  min: number;
  max: number;
  ticks: number[];
  step: number;
}

/** How an axis is asked for. */
export interface ValueAxisWish {
  /** The most ticks: 6, or 4 on a narrow chart. */
  most: number;
  /** The least span as a share of the median, so that noise is not drama. */
  leastShare?: number;
  /** Columns and bars start at zero, whatever the values. */
  fromZero?: boolean;
}

interface Step {
  size: number;
  decimals: number;
}

/** Steps of 1, 2, 2.5 and 5 times powers of ten, from the power of `span` down to a hundredth of it, finest first. */
function stepsFor(span: number): Step[] {
  const top = Math.floor(Math.log10(span)) + 1;
  return [top - 3, top - 2, top - 1, top].flatMap((power) =>
    [1, 2, 2.5, 5].map((factor) => {
      const decimals = Math.max(0, -power + (factor === 2.5 ? 1 : 0));
      return { size: Number(`${factor}e${power}`), decimals };
    }),
  );
}

/** The values' own limits, widened to zero where that is the truth and to the least span where they hardly move. */
function limitsOf(values: readonly number[], wish: ValueAxisWish): [number, number] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  let [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 1];
  if (wish.fromZero || (low > 0 && low / high <= 0.3)) low = Math.min(0, low);
  if (wish.fromZero || (high < 0 && high / low <= 0.3)) high = Math.max(0, high);
  const least = Math.abs(median) * (wish.leastShare ?? 0) || (low === high ? 1 : 0);
  const lack = Math.max(0, least - (high - low)) / 2;
  return wish.fromZero ? [low, high + lack * 2] : [low - lack, high + lack];
}

/** The axis for these values: its ends are ticks, its steps are 1, 2, 2.5 or 5 times a power of ten. */
export function valueAxis(values: readonly number[], wish: ValueAxisWish): ValueAxis {
  const [low, high] = limitsOf(values, wish);
  for (const { size, decimals } of stepsFor(high - low)) {
    // A hair of room, since 0.3 / 0.1 is 2.9999999999999996.
    const first = Math.floor(low / size + 1e-9);
    const last = Math.ceil(high / size - 1e-9);
    if (last - first + 1 > wish.most) continue;
    const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
      Number(((first + i) * size).toFixed(decimals)),
    );
    return { min: ticks[0] ?? low, max: ticks.at(-1) ?? high, ticks, step: size };
  }
  return { min: low, max: high, ticks: [low, high], step: high - low };
}
