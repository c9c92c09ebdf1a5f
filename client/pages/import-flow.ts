import type { ImportJob } from "../../server/contract/import-job.ts";
import type { ImportReport, WarningCode } from "../../server/contract/import-report.ts";
import type { Mapping } from "../../server/contract/mapping.ts";
import type { Problem } from "../../server/contract/problem.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { type Asked, readAsked } from "../components/import-asked.ts";

/** What the reader has said of a file; empty where the file was to tell. */
export interface ImportTold {
  source: string;
  dataset: string;
  mapping: Mapping | null;
}

/** Where an import in the browser is, and all that is known of it. */
export interface ImportFlow {
  phase: "choose" | "sending" | "reading" | "asked" | "checked" | "done";
  /** Whether the file is only looked at, or stored. */
  purpose: "check" | "store";
  /** Null after a reload: a browser keeps no files. */
  file: File | null;
  told: ImportTold;
  /** Bytes that have gone to the server. */
  sent: number;
  job: ImportJob | null;
  /** How many rows the file has, once it was read to its end. */
  rows: number | null;
  asked: Asked | null;
  /** What an import would do. */
  report: ImportReport | null;
  /** What it did. */
  made: ImportReport | null;
  /** The classes of warnings that the reader has looked at. */
  accepted: readonly WarningCode[];
  /** Rows with errors are left out. */
  skips: boolean;
  failure: Failure | null;
  wasCancelled: boolean;
}

/** What happens to an import. */
export type ImportEvent =
  | { type: "chosen"; file: File }
  | { type: "told"; told: Partial<ImportTold> }
  | { type: "judged"; accepted?: readonly WarningCode[]; skips?: boolean }
  | { type: "sending"; purpose: ImportFlow["purpose"] }
  | { type: "sent"; bytes: number }
  | { type: "heard"; job: ImportJob }
  | { type: "failed"; failure: Failure }
  | { type: "stopped" }
  | { type: "reopened"; from: ImportFlow | null; purpose: ImportFlow["purpose"] };

/** Before a file is chosen. */
export const startFlow: ImportFlow = {
  phase: "choose",
  purpose: "check",
  file: null,
  told: { source: "", dataset: "", mapping: null },
  sent: 0,
  job: null,
  rows: null,
  asked: null,
  report: null,
  made: null,
  accepted: [],
  skips: false,
  failure: null,
  wasCancelled: false,
};

/** What becomes of an import by an event. */
export function nextFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.type) {
    case "chosen":
      return { ...startFlow, file: event.file };
    case "told":
      return { ...flow, told: { ...flow.told, ...event.told } };
    case "judged": {
      const { accepted = flow.accepted, skips = flow.skips } = event;
      return { ...flow, accepted, skips };
    }
    case "sending":
      return { ...calm(flow), phase: "sending", purpose: event.purpose, sent: 0, job: null };
    case "sent":
      return flow.phase === "sending" ? { ...flow, sent: event.bytes } : flow;
    case "heard":
      return hear(flow, event.job);
    case "failed":
      return { ...flow, phase: phaseBehind(flow), failure: event.failure };
    case "stopped":
      return { ...calm(flow), phase: phaseBehind({ ...flow, job: null }), wasCancelled: true };
    case "reopened":
      return event.from ?? { ...startFlow, purpose: event.purpose };
  }
}

/** Without what was said of the run before. */
const calm = (flow: ImportFlow): ImportFlow => ({ ...flow, failure: null, wasCancelled: false });

/** Where the reader was before the run that did not come to its end; a job that goes on is still followed. */
function phaseBehind({ phase, job, report, asked }: ImportFlow): ImportFlow["phase"] {
  if (phase === "reading" && job?.state === "running") return "reading";
  if (phase === "done") return "done";
  if (report) return "checked";
  return asked ? "asked" : "choose";
}

function hear(flow: ImportFlow, job: ImportJob): ImportFlow {
  const heard = { ...calm(flow), job };
  switch (job.state) {
    case "running":
      return { ...heard, phase: "reading" };
    case "committed":
      return hearReport(heard, job.report);
    case "refused":
      return hearRefusal(heard, job);
    case "cancelled":
      return { ...heard, phase: phaseBehind(heard), wasCancelled: true };
    case "failed":
      return { ...heard, phase: phaseBehind(heard), failure: failureIn(job.problem) };
  }
}

function hearReport(flow: ImportFlow, report: ImportReport | null): ImportFlow {
  const rows = flow.job?.rows ?? null;
  if (!report) return { ...flow, phase: "choose", failure: failureIn(null) };
  if (!report.dryRun) return { ...flow, phase: "done", rows, made: report };
  return { ...flow, phase: "checked", rows, report, asked: null, made: null };
}

/** A file that was right when it was looked at may be so no more: its report takes the other's place. */
function hearRefusal(flow: ImportFlow, { problem, report }: ImportJob): ImportFlow {
  const asked = problem?.type === "/problems/needs-mapping" ? readAsked(problem) : null;
  if (asked) return { ...flow, phase: "asked", asked, report: null };
  if (!report) return { ...flow, phase: phaseBehind(flow), failure: failureIn(problem) };
  const preview = report.preview ?? flow.report?.preview;
  const shown = { ...report, ...(preview && { preview }) };
  return { ...flow, phase: "checked", report: shown, failure: failureIn(problem) };
}

function failureIn(problem: Problem | null): Failure {
  const kind = problem?.type.replace("/problems/", "") ?? "internal";
  return { kind, detail: problem?.detail ?? "", retryAfterSeconds: null };
}
