/**
 * Heights for labels that want to stand at `wanted`, pushed apart to at least `distance` and kept between `top` and
 * `bottom` as far as there is room; in the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places: number[] = [];
  let least = top;
  for (const i of order) {
    const place = Math.max(least, wanted[i] ?? 0);
    places[i] = place;
    least = place + distance;
  }
  let most = bottom;
  for (const i of order.reverse()) {
    const place = Math.min(most, places[i] ?? 0);
    places[i] = place;
    most = place - distance;
  }
  return places;
}
