import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { Mapping } from "../contract/mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { importFile, type Report } from "../import/import-file.ts";
import { openKurs } from "./open-kurs.ts";
import { printJson, say } from "./print.ts";
import { printReport } from "./print-report.ts";

interface Options {
  map?: string;
  dataset?: string;
  source?: string;
  set?: string[];
  dryRun?: boolean;
  onError: "abort" | "skip";
  by?: string;
  json?: boolean;
}

/** `kurs import FILE…`: the same importer that the API has. */
export const importCommand = new Command("import")
  .description("import CSV files; - reads standard input")
  .argument("<file...>")
  .option("--map <file>", "a mapping (JSON) that says what the columns are")
  .option("--dataset <code>", "the dataset, where the file does not tell")
  .option("--source <code>", "who publishes, where the file does not tell")
  .option("--set <constant...>", "a dimension that is the same throughout: BASE=USD")
  .option("--dry-run", "show what would change, and store nothing")
  .addOption(
    new Option("--on-error <what>", "what becomes of a file with bad rows")
      .choices(["abort", "skip"])
      .default("abort"),
  )
  .option("--by <name>", "who imports")
  .option("--json", "the report as the API gives it")
  .action(importFiles);

async function importFiles(files: string[], options: Options): Promise<void> {
  const mapping = options.map === undefined ? undefined : await readMapping(options.map);
  const kurs = await openKurs("command");
  try {
    for (const name of files) {
      const report = await withFile(name, (path) =>
        importFile(kurs.pool, {
          path,
          name: name === "-" ? null : basename(name),
          by: options.by ?? userInfo().username,
          mapping,
          dataset: options.dataset,
          source: options.source,
          set: Object.fromEntries((options.set ?? []).map(readConstant)),
          dryRun: options.dryRun,
          onError: options.onError,
          today: new Date().toISOString().slice(0, 10),
          onRows: progress(name),
        }),
      ).catch((error: unknown) => refuse(name, error, options));
      show(name, report, options);
    }
  } finally {
    await kurs.close();
  }
}

/** A refused file has a report too; it is shown before the refusal ends the command. */
function refuse(name: string, error: unknown, options: Options): never {
  if (error instanceof KursError && error.members.report)
    show(name, error.members.report as Report, options);
  throw error;
}

function show(name: string, report: Report, { json }: Options): void {
  if (json) printJson(report);
  else printReport(name, report);
}

function progress(name: string): ((rows: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (rows) => process.stderr.write(`\r${name}: ${rows} rows read`);
}

async function readMapping(path: string): Promise<Mapping> {
  const parsed = Mapping.safeParse(JSON.parse(await readFile(path, "utf8")));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new KursError("invalid-body", `The mapping ${path} is not valid: ${faults.join("; ")}`);
}

function readConstant(text: string): [dimension: string, code: string] {
  const [, dimension, code] = /^([A-Z][A-Z0-9_]*)=(.+)$/.exec(text) ?? [];
  if (dimension !== undefined && code !== undefined) return [dimension, code];
  throw new KursError(
    "invalid-query",
    `--set takes DIMENSION=CODE, such as BASE=USD; this is ${text}.`,
  );
}

/** Standard input is spooled to disk, since a file is read twice. */
async function withFile<T>(name: string, work: (path: string) => Promise<T>): Promise<T> {
  if (name !== "-") {
    await stat(name);
    return work(name);
  }
  const folder = await mkdtemp(join(tmpdir(), "kurs-stdin-"));
  try {
    const path = join(folder, "file");
    say("Reading standard input …");
    await pipeline(process.stdin, createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
