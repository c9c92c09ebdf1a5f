/** A colour's red, green and blue, from 0 to 1. */
type Rgb = readonly [number, number, number];

/** Kinds of sight: as most people see, and without the long, the middle or the short cones. */
export const sights = ["normal", "protan", "deutan", "tritan"] as const;
export type Sight = (typeof sights)[number];

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB; row by row. */
const seen: Record<Sight, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** How far apart two colours (`#rrggbb`) look to somebody with this sight: CIEDE2000, where 1 is just noticeable. */
export function colorDistance(one: string, other: string, sight: Sight): number {
  return ciede2000(labOf(one, sight), labOf(other, sight));
}

function labOf(hex: string, sight: Sight): Rgb {
  const linear = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = times(seen[sight], linear).map((part) =>
    Math.min(1, Math.max(0, part)),
  );
  // sRGB to XYZ under D65, over the white point.
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const times = (rows: readonly number[], vector: readonly number[]) =>
  [0, 3, 6].map((row) =>
    vector.reduce((sum, part, column) => sum + (rows[row + column] ?? 0) * part, 0),
  );

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const cosine = (degrees: number) => Math.cos(radians(degrees));
const hue = (a: number, b: number) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

/** Sharma, Wu and Dalal (2005), with all weights 1. */
function ciede2000([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const far = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(far / (far + 25 ** 7));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hue(a1 * stretch, b1), hue(a2 * stretch, b2)];
  const [meanL, meanC] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const turn = Math.abs(h1 - h2) <= 180 ? h2 - h1 : h2 - h1 - 360 * Math.sign(h2 - h1);
  const meanH = Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360;
  const gray = c1 * c2 === 0;
  const [dL, dC] = [l2 - l1, c2 - c1];
  const dH = gray ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const middle = gray ? h1 + h2 : meanH;
  const t =
    1 -
    0.17 * cosine(middle - 30) +
    0.24 * cosine(2 * middle) +
    0.32 * cosine(3 * middle + 6) -
    0.2 * cosine(4 * middle - 63);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const [sC, sH] = [1 + 0.045 * meanC, 1 + 0.015 * meanC * t];
  const blue = 60 * Math.exp(-(((middle - 275) / 25) ** 2));
  const rotation = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * Math.sin(radians(blue));
  return Math.sqrt(
    (dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH),
  );
}
