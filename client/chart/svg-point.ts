/** A point as the path of an SVG writes it, to a tenth of a pixel. */
export const svgPoint = ({ x, y }: { x: number; y: number }): string =>
  `${x.toFixed(1)},${y.toFixed(1)}`;
