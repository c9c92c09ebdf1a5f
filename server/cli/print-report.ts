import type { Report } from "../import/import-file.ts";
import { print, say } from "./print.ts";

/** Prints a report as people read it: what was done, then what was wrong. */
export function printReport(name: string, report: Report): void {
  const { counts } = report;
  print(`${name}: ${sentence(report)}`);
  const parts = [
    `${counts.added} added`,
    `${counts.revised} revised`,
    `${counts.unchanged} unchanged`,
    report.undoes === null ? `${counts.rejected} refused` : `${counts.withdrawn ?? 0} withdrawn`,
  ];
  print(`  ${counts.read} read: ${parts.join(", ")}`);
  for (const { series, period, from, to } of report.revisions.slice(0, 10)) {
    print(`  ${series} ${period}: ${String(from)} → ${String(to)}`);
  }
  for (const { line, column, message, severity } of report.problems.slice(0, 20)) {
    say(`  line ${line}${column === null ? "" : `, ${column}`}: ${severity}: ${message}`);
  }
  const more = Number(report.problemCount) - 20;
  if (more > 0) say(`  and ${more} more`);
  const newSources = report.undoneBy === null ? (report.newSources ?? []) : [];
  for (const source of newSources) say(`  ${hintAt(source, report)}`);
}

function sentence(report: Report): string {
  const { state, id, undoes, undoneBy } = report;
  const before = earlier(report);
  switch (state) {
    case "committed":
      return [
        undoes === null
          ? `stored as import ${String(id)}`
          : `takes back import ${String(undoes)}, as import ${String(id)}`,
        undoneBy === null ? "." : `; undone by import ${String(undoneBy)}.`,
        before,
      ].join("");
    case "preview":
      return `a dry run; nothing was stored.${before}`;
    case "unchanged":
      return `nothing to change; nothing was stored.${before}`;
    case "refused":
      return "refused; nothing was stored.";
  }
}

/** That the same file was imported before; and, where it changes something all the same, what that is. */
function earlier({ alreadyImported, state, counts }: Report): string {
  if (!alreadyImported) return "";
  const { id, at } = alreadyImported;
  const changed = Number(counts.added) + Number(counts.revised);
  const told = ` The same file was imported as number ${String(id)} on ${at}`;
  if (changed === 0) return `${told}.`;
  const values = changed === 1 ? "1 value" : `${changed.toLocaleString("en")} values`;
  const verb = state === "preview" ? "would be" : changed === 1 ? "is" : "are";
  return `${told}: ${values} that changed since ${verb} as it says again.`;
}

/** The code of a source may be any, so a slip makes a source. */
function hintAt(source: string, { id, state }: Report): string {
  const remedy =
    state === "committed" ? `take it back with kurs imports undo ${String(id)}` : "mend it";
  return `${source} is a new source: if that is a slip, ${remedy}; else say who it is with kurs source set ${source}.`;
}
