import { describe, expect, it } from "vitest";
import {
  type ImportEvent,
  type ImportFlow,
  nextFlow,
  startFlow,
} from "../../../client/pages/import-flow.ts";
import { stepsOf } from "../../../client/pages/import-steps.ts";
import { verdictOn } from "../../../client/pages/import-verdict.ts";
import { jobOf, reportOf } from "./imported.ts";

const file = new File(["date,base,quote,rate\n"], "rates.csv");
const failure = { kind: "network", detail: "", retryAfterSeconds: null };

const after = (...events: ImportEvent[]): ImportFlow => events.reduce(nextFlow, startFlow);
const chosen: ImportEvent = { type: "chosen", file };
const checking: ImportEvent = { type: "sending", purpose: "check" };
const storing: ImportEvent = { type: "sending", purpose: "store" };
const heard = (changes: Parameters<typeof jobOf>[0]): ImportEvent => ({
  type: "heard",
  job: jobOf(changes),
});
const checked = heard({ state: "committed", rows: 120, report: reportOf({ dryRun: true }) });
const asks = heard({
  state: "refused",
  problem: { type: "/problems/needs-mapping", title: "", status: 422, missing: ["encoding"] },
});

describe("the way of a file", () => {
  it("goes from its choice over a dry run to what was made", () => {
    const looked = after(
      chosen,
      checking,
      { type: "sent", bytes: 10 },
      heard({ state: "running" }),
      checked,
    );
    expect(looked).toMatchObject({ phase: "checked", rows: 120, file, sent: 10 });
    const made = reportOf({ id: 12, state: "committed" });
    const stored = [storing, heard({ state: "committed", import: 12, report: made })].reduce(
      nextFlow,
      looked,
    );
    expect(stored).toMatchObject({ phase: "done", made: { id: 12 } });
  });

  it("asks where the file does not say enough, and forgets the questions once it does", () => {
    const asked = after(chosen, checking, asks);
    expect(asked).toMatchObject({ phase: "asked", asked: { missing: ["encoding"], columns: [] } });
    expect(nextFlow(asked, checked)).toMatchObject({ phase: "checked", asked: null });
  });

  it.each([
    ["a check that fails leads back to the choice", [chosen, checking], "choose"],
    [
      "a second check that fails leads back to the questions",
      [chosen, checking, asks, checking],
      "asked",
    ],
    [
      "an import that fails leads back to the report",
      [chosen, checking, checked, storing],
      "checked",
    ],
    [
      "a job that goes on is still followed",
      [chosen, checking, heard({ state: "running" })],
      "reading",
    ],
  ] as const)("%s", (_, events, phase) => {
    const failed = nextFlow(after(...events), { type: "failed", failure });
    expect(failed).toMatchObject({ phase, failure, file });
    expect(nextFlow(failed, checking)).toMatchObject({ phase: "sending", failure: null });
  });

  it("a cancelled run says so, and the file may be sent again", () => {
    for (const end of [{ type: "stopped" } as const, heard({ state: "cancelled" })])
      expect(nextFlow(after(chosen, checking), end)).toMatchObject({
        phase: "choose",
        wasCancelled: true,
        file,
      });
  });

  it("a job of which nothing is known, as after a reload, is shown as far as it tells", () => {
    const reopened = (purpose: ImportFlow["purpose"]): ImportEvent => ({
      type: "reopened",
      from: null,
      purpose,
    });
    expect(after(reopened("check"), checked)).toMatchObject({ phase: "checked", file: null });
    const current = (flow: ImportFlow) => stepsOf(flow).find(({ state }) => state === "current");
    const running = heard({ state: "running" });
    expect(current(after(reopened("check"), running))).toMatchObject({ step: "understand" });
    expect(current(after(reopened("store"), running))).toMatchObject({ step: "apply" });
  });

  it("an import that is refused after all shows its report, with what the dry run knew", () => {
    const preview = { columns: [], rows: [], additions: [], codes: [], lines: [] };
    const looked = heard({ state: "committed", report: reportOf({ dryRun: true, preview }) });
    const refused = heard({
      state: "refused",
      problem: { type: "/problems/rejected-rows", title: "", status: 422 },
      report: reportOf({ state: "refused" }),
    });
    expect(after(chosen, checking, looked, storing, refused)).toMatchObject({
      phase: "checked",
      failure: { kind: "rejected-rows" },
      report: { state: "refused", preview },
    });
  });

  it("bytes that arrive late change nothing", () => {
    const looked = after(chosen, checking, checked);
    expect(nextFlow(looked, { type: "sent", bytes: 99 })).toBe(looked);
  });
});

it("the steps have one present one until all are done", () => {
  const states = (flow: ImportFlow) =>
    stepsOf(flow)
      .map(({ state }) => state[0])
      .join("");
  expect(states(startFlow)).toBe("clll l".replace(" ", ""));
  expect(states(after(chosen, checking))).toBe("dclll");
  expect(states(after(chosen, checking, checked))).toBe("ddcll");
  expect(states(after(chosen, checking, checked, storing))).toBe("dddcl");
  expect(states(after(heard({ state: "committed", report: reportOf({ id: 1 }) })))).toBe("ddddd");
});

describe("the verdict on a report", () => {
  const counts = { read: 9, added: 4, revised: 1, unchanged: 0, rejected: 2, warnings: 3 };
  const codes = [
    { code: "jump", severity: "warning", count: 3 },
    { code: "not-a-number", severity: "error", count: 2 },
    { code: "blank-line", severity: "notice", count: 1 },
  ] as const;
  const preview = { columns: [], rows: [], additions: [], codes: [...codes], lines: [] };
  const looked = after(
    chosen,
    checking,
    heard({ state: "committed", report: reportOf({ dryRun: true, counts, preview }) }),
  );

  it("names what must be ticked first, and lets everything pass that is", () => {
    expect(verdictOn(looked)).toEqual({ errors: 2, unaccepted: ["jump"], changes: true });
    const judged = nextFlow(looked, { type: "judged", accepted: ["jump"], skips: true });
    expect(verdictOn(judged)).toEqual({ errors: 0, unaccepted: [], changes: true });
  });

  it("has nothing to change where the file brings nothing", () => {
    expect(verdictOn(startFlow).changes).toBe(false);
  });
});
