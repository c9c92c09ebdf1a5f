import { placedLabels } from "../../../client/chart/end-labels.ts";
import { entityMark } from "../../../client/chart/entity-slot.ts";
import { Chart } from "../../../client/chart/register.ts";
import type { KursLineFigure } from "../../../client/components/kurs-line-figure.ts";
import "../../../client/components/kurs-dot-list.ts";
import "../../../client/components/kurs-line-figure.ts";
import { dotRows, figures } from "./chart-figures.ts";

/** What a test asks of a drawn figure. */
export interface Drawn {
  /** True once there is something to look at. */
  ready: () => boolean;
  /** What the figure has told its page, in order. */
  told: { name: string; detail: unknown }[];
  /** The labels at the ends of lines, and their heights in CSS pixels. */
  labels: () => { text: string; x: number; y: number; width: number }[];
  /** Limits and tick texts of the value axis. */
  axis: () => { type: string; min: number; max: number; ticks: string[] };
  /** How many pixels of the column at a day have nearly the colour of the first line. */
  inked: (day: string) => number;
  /** The colour that most of the row of pixels at a value has, as `red, green, blue`. */
  ruleColor: (value: number) => string;
  /** The colour of the first line. */
  lineColor: () => string;
  /** The picture for downloads: its bytes in base64, its size, and the colour of its first pixel. */
  png: () => Promise<{
    type: string;
    bytes: string;
    width: number;
    height: number;
    corner: number[];
  }>;
}

declare global {
  interface Window {
    drawn: Drawn;
  }
}

const wanted = new URLSearchParams(location.search).get("figure") ?? "";
const main = document.querySelector("main");
const figure = figures[wanted];
const element = document.createElement("kurs-line-figure");
const told: Drawn["told"] = [];

if (figure) main?.append(lineFigure(figure));
if (wanted === "dots")
  main?.append(Object.assign(document.createElement("kurs-dot-list"), { rows: dotRows }));

function lineFigure(properties: Partial<KursLineFigure>): KursLineFigure {
  Object.assign<KursLineFigure, Partial<KursLineFigure>>(element, {
    label: "A figure",
    summary: "What it shows.",
    describe: ({ name, code }, { period, value }) => {
      const parts = [period, `${entityMark(code).text} ${name}`, (value ?? 0).toFixed(4)];
      return { text: parts.join(" · "), spoken: parts.join(", ") };
    },
    ...properties,
  });
  for (const name of ["pin", "range", "choice", "focus"])
    element.addEventListener(`kurs-figure-${name}`, (event) => {
      told.push({ name, detail: (event as CustomEvent<unknown>).detail });
    });
  return element;
}

function drawnChart(): Chart | undefined {
  const chart = element.shadowRoot?.querySelector("kurs-chart");
  const canvas = chart?.shadowRoot?.querySelector("canvas");
  return canvas ? Chart.getChart(canvas) : undefined;
}

const isDrawn = () => drawnChart() !== undefined;

function chartOf(): Chart {
  const chart = drawnChart();
  if (!chart) throw new Error("nothing is drawn");
  return chart;
}

const lineColor = () => {
  const color = chartOf().data.datasets[0]?.borderColor;
  return typeof color === "string" ? color : "";
};

function inked(day: string): number {
  const chart = chartOf();
  const density = chart.currentDevicePixelRatio;
  const left = Math.round((chart.scales.x?.getPixelForValue(Date.parse(day)) ?? 0) * density);
  const top = Math.round(chart.chartArea.top * density);
  const height = Math.round(chart.chartArea.height * density);
  const pixels = chart.ctx.getImageData(left, top, 1, height).data;
  const wantedColor = (/\d+, \d+, \d+/.exec(lineColor())?.[0] ?? "").split(", ").map(Number);
  return Array.from({ length: height }, (_, row) =>
    wantedColor.every((part, i) => Math.abs(part - (pixels[row * 4 + i] ?? 0)) < 40),
  ).filter((same) => same).length;
}

function ruleColor(value: number): string {
  const { ctx, scales, chartArea, currentDevicePixelRatio: density } = chartOf();
  const row = Math.round((scales.y?.getPixelForValue(value) ?? 0) * density);
  const [left, width] = [Math.round(chartArea.left * density), chartArea.width * density];
  const counts = new Map<string, number>();
  // A rule one pixel wide may fall on either side of its value.
  for (const top of [row - 1, row]) {
    const { data } = ctx.getImageData(left, top, width, 1);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) continue;
      const color = data.slice(i, i + 3).join(", ");
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

window.drawn = {
  ready: () => document.querySelector("kurs-dot-list") !== null || isDrawn(),
  told,
  labels: () => placedLabels(chartOf()).map(({ text, x, y, width }) => ({ text, x, y, width })),
  axis: () => {
    const y = chartOf().scales.y;
    if (!y) throw new Error("there is no value axis");
    const { type, min, max, ticks } = y;
    return { type, min, max, ticks: ticks.map(({ label }) => String(label)) };
  },
  inked,
  ruleColor,
  lineColor,
  png: async () => {
    const blob = await element.png({
      title: "The som held while its neighbours fell",
      subtitle: "KGS per USD, daily official rates, 20 Nov 2025 to 20 Nov 2026",
      source: "Source: National Bank of the Kyrgyz Republic via Kurs",
      date: "23 Nov 2026",
      notes: ["1. 14 Jan 2026: the first event", "2. 2 Apr 2026: the second event"],
    });
    const image = await createImageBitmap(blob);
    const { width, height } = image;
    const ctx = new OffscreenCanvas(1, 1).getContext("2d");
    ctx?.drawImage(image, 0, 0);
    const corner = [...(ctx?.getImageData(0, 0, 1, 1).data ?? [])];
    const raw = new Uint8Array(await blob.arrayBuffer());
    const bytes = btoa(Array.from(raw, (byte) => String.fromCharCode(byte)).join(""));
    return { type: blob.type, bytes, width, height, corner };
  },
};
