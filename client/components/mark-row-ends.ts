/**
 * Says with the attributes `more-before` and `more-after` of an element on which sides of its row there is more than is
 * seen, as a row that just ends looks whole.
 */
export function markRowEnds(host: HTMLElement, row: HTMLElement | null): void {
  if (!row) return;
  // Positions between pixels leave a remainder.
  const after = row.scrollWidth - row.clientWidth - row.scrollLeft;
  const isCutBefore = row.scrollLeft > 1;
  host.toggleAttribute("more-before", isCutBefore);
  host.toggleAttribute("more-after", after > 1);
}
