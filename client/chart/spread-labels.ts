interface Block {
  members: number[];
  /** Where the block's first label would like to stand. */
  start: number;
}

/**
 * Heights for labels that want to stand at `wanted`, at least `distance` apart, as near to their wishes as that allows,
 * and between `top` and `bottom` as far as there is room; in the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places: number[] = [];
  for (const { members, start } of relaxed(order, wanted, distance))
    members.forEach((i, nth) => (places[i] = start + nth * distance));
  let least = top;
  for (const i of order) {
    const place = Math.max(least, places[i] ?? 0);
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

/** Labels that would touch stand together, in the middle of their wishes; until none touches another. */
function relaxed(order: readonly number[], wanted: readonly number[], distance: number): Block[] {
  const blocks: Block[] = [];
  for (const i of order) {
    let block: Block = { members: [i], start: wanted[i] ?? 0 };
    let before = blocks.at(-1);
    while (before && before.start + before.members.length * distance > block.start) {
      block = joined([...before.members, ...block.members], wanted, distance);
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks;
}

function joined(members: number[], wanted: readonly number[], distance: number): Block {
  const sum = members.reduce((total, i, nth) => total + (wanted[i] ?? 0) - nth * distance, 0);
  return { members, start: sum / members.length };
}
