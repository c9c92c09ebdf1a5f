import fc from "fast-check";
import { expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { History } from "../../support/history.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp("fixtures", () => new Date());
const days = ["2026-08-17", "2026-08-18", "2026-08-19", "2026-08-24"];

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.dictionary(fc.constantFrom(...days), fc.constantFrom("87.10", "88.0", "89"), {
      minKeys: 1,
    }),
  },
  { weight: 2, arbitrary: fc.nat(20) },
);

/** Every kind of question that has values of a source's one series. */
function questionsOf(source: string): string[] {
  const series = `series/FX/D.USD.KGS.${source}`;
  return [
    series,
    `series?source=${source}`,
    `${series}/observations?`,
    `${series}/observations?format=csv&order=desc&limit=2`,
    `${series}/observations?frequency=W&aggregate=eop&units=chg`,
    `${series}/observations/${days[0]}`,
    `observations?series=FX/D.USD.KGS.${source},FX/D.USD.KGS.${source}:index`,
    `rates/latest?base=KGS&quotes=USD&source=${source}`,
    `rates/KGS-USD/observations?source=${source}`,
    `rates/convert?from=KGS&to=USD&amount=1000&source=${source}&date=2026-08-25`,
  ];
}

async function ask(question: string, asOf?: string): Promise<string> {
  const moment = asOf === undefined ? "" : `${question.includes("?") ? "&" : "?"}asOf=${asOf}`;
  const response = await fetch(`${app.address}/api/v1/${question}${moment}`);
  return `${response.status} ${await response.text()}`;
}

async function post(path: string, body: string | null): Promise<{ id: number; at: string }> {
  const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
  const response = await fetch(`${app.address}/api/v1/imports${path}`, {
    method: "POST",
    headers,
    body,
  });
  const report = (await response.json()) as { id: number; at: string };
  if (!response.ok) throw new Error(JSON.stringify(report));
  return report;
}

const bring = (source: string, rates: Record<string, string>) =>
  post(`?source=${source}&accept=${warningCodes.join(",")}`, ratesFile(rates));

it("asOf T answers every question as it was answered at T, over random imports, revisions, undos and undos of undos", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.uuid(), replay),
    { numRuns: 12 },
  );
}, 240_000);

async function replay(steps: (Record<string, string> | number)[], run: string): Promise<void> {
  const source = `H${run.replaceAll("-", "").slice(0, 20).toUpperCase()}`;
  const questions = questionsOf(source);
  const model = new History();
  const answered = new Map<string, string[]>();
  for (const action of steps) {
    const report = await act(source, model, action);
    if (!report) continue;
    answered.set(report.at, await Promise.all(questions.map((question) => ask(question))));
    expect(await valuesOf(source)).toEqual(model.current());
  }
  for (const [at, answers] of answered) {
    const again = await Promise.all(questions.map((question) => ask(question, at)));
    expect(again).toEqual(answers);
  }
}

/** Does one step, to Kurs and to the model; undefined where it came to nothing. */
async function act(source: string, model: History, action: Record<string, string> | number) {
  if (typeof action === "object") {
    const report = await bring(source, action);
    model.import(report.id, action);
    return (report.id as number | null) === null ? undefined : report;
  }
  const target = model.undoable(action);
  if (target === undefined) return undefined;
  const report = await post(`/${target}/undo`, null);
  model.undo(report.id, target);
  return report;
}

async function valuesOf(source: string): Promise<Record<string, string>> {
  const csv = await ask(`series/FX/D.USD.KGS.${source}/observations?format=csv`);
  const rows = csv.split("\r\n").slice(1, -1);
  return Object.fromEntries(rows.map((row) => row.split(",").slice(0, 2) as [string, string]));
}
