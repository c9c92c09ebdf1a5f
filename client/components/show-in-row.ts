/**
 * Scrolls the row that an element stands in sideways until the element is in view; the page itself stays where it is.
 */
export function showInRow(element: HTMLElement | null): void {
  const row = element?.closest<HTMLElement>("ul, [role=group]");
  if (!element || !row) return;
  const [inner, outer] = [element.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right;
}
