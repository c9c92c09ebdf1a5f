import { type Colors, paperColors } from "./colors.ts";
import { chartFont, type Picture } from "./picture.ts";
import { Chart } from "./register.ts";
import { wrapText } from "./wrap-text.ts";

/** The words that a picture of a chart carries with it, wherever it is shown. */
export interface PictureWords {
  title: string;
  subtitle: string;
  source: string;
  date: string;
  /** Lines below the plot: the words of its numbered events. */
  notes?: readonly string[];
}

interface Written {
  text: string;
  size: number;
  weight: "normal" | 600;
  color: string;
  /** The top of the line, in CSS pixels. */
  top: number;
}

const width = 960;
const margin = 24;
const inner = width - 2 * margin;
const density = 2;

/**
 * A picture with its title, subtitle, notes, source and date as a PNG, 960 CSS pixels wide, in light colours whatever
 * the
 * page has. `probe` is an element of the page, `height` that of the plot. Rejects where the browser gives no canvas.
 */
export async function chartPng(
  picture: Picture,
  words: PictureWords,
  probe: HTMLElement,
  height = 480,
): Promise<Blob> {
  const colors = paperColors(probe);
  const canvas = document.createElement("canvas");
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser gives no canvas");
  const above = headLines(ctx, words, colors);
  const plotTop = endOf(above, margin) + 12;
  const below = footLines(ctx, words, colors, plotTop + height + 12);
  canvas.width = width * density;
  canvas.height = (endOf(below, plotTop + height) + margin) * density;
  ctx.scale(density, density);
  ctx.fillStyle = colors.surface;
  ctx.fillRect(0, 0, width, canvas.height);
  for (const line of [...above, ...below]) write(ctx, line);
  const plot = drawPlot(picture, colors, height);
  ctx.drawImage(plot, margin, plotTop, inner, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("this browser makes no PNG"));
    }, "image/png");
  });
}

function drawPlot(picture: Picture, colors: Colors, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [inner, height];
  const config = picture({ colors, width: inner });
  const options = { ...config.options, responsive: false, devicePixelRatio: density };
  const chart = new Chart(canvas, { ...config, options });
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.getContext("2d")?.drawImage(canvas, 0, 0);
  chart.destroy();
  return copy;
}

function headLines(ctx: CanvasRenderingContext2D, words: PictureWords, { ink, ink2 }: Colors) {
  const title = linesOf(ctx, words.title, { size: 22, weight: 600, color: ink, top: margin });
  const top = endOf(title, margin) + 4;
  const subtitle = { size: 15, weight: "normal", color: ink2, top } as const;
  return [...title, ...linesOf(ctx, words.subtitle, subtitle)];
}

function footLines(
  ctx: CanvasRenderingContext2D,
  { notes = [], source, date }: PictureWords,
  { ink, ink2 }: Colors,
  top: number,
) {
  const lines: Written[] = [];
  for (const note of notes) {
    const style = { size: 13, weight: "normal", color: ink, top: endOf(lines, top) } as const;
    lines.push(...linesOf(ctx, note, style));
  }
  const last = [source, date].filter((part) => part !== "").join(" · ");
  const style = { size: 13, weight: "normal", color: ink2, top: endOf(lines, top) + 4 } as const;
  return [...lines, ...linesOf(ctx, last, style)];
}

function linesOf(
  ctx: CanvasRenderingContext2D,
  text: string,
  style: Omit<Written, "text">,
): Written[] {
  setFont(ctx, style);
  const rows = wrapText(text, inner, (part) => ctx.measureText(part).width);
  return rows.map((row, i) => ({ ...style, text: row, top: style.top + i * lineHeight(style) }));
}

const lineHeight = ({ size }: { size: number }) => Math.ceil(size * 1.35);

const endOf = (lines: readonly Written[], otherwise: number) => {
  const last = lines.at(-1);
  return last ? last.top + lineHeight(last) : otherwise;
};

function setFont(ctx: CanvasRenderingContext2D, { size, weight }: Omit<Written, "text">) {
  const font = chartFont(size, weight);
  ctx.font = `${font.weight} ${font.size}px ${font.family}`;
}

function write(ctx: CanvasRenderingContext2D, line: Written) {
  setFont(ctx, line);
  ctx.fillStyle = line.color;
  ctx.textBaseline = "top";
  ctx.fillText(line.text, margin, line.top);
}
