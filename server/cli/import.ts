import { readFile, stat } from "node:fs/promises";
import { createWriteStream, existsSync } from "node:fs";
import { userInfo } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { WarningCode, warningCodes } from "../contract/import-report.ts";
import { KursError } from "../domain/kurs-error.ts";
import { importFile, type ImportRequest, type Report } from "../import/import-file.ts";
import { problemOf } from "../import/import-job-ending.ts";
import { readMapping } from "../import/mapping.ts";
import { wouldStop } from "../import/refuse-import.ts";
import { inTemporaryFolder } from "../import/temporary-folder.ts";
import type { Pool } from "../sql/database.ts";
import { openKurs } from "./open-kurs.ts";
import { printJson, say } from "./print.ts";
import { createProgress } from "./progress.ts";
import { printReport } from "./print-report.ts";

interface Options {
  map?: string;
  dataset?: string;
  source?: string;
  set?: [dimension: string, code: string][];
  dryRun?: boolean;
  onError: "abort" | "skip";
  accept?: WarningCode[];
  by?: string;
  json?: boolean;
}

/** `kurs import FILE…`: the same importer that the API has. */
export const importCommand = new Command("import")
  .description("import CSV files; - reads standard input")
  .argument("<file...>")
  .option("--map <mapping>", "what the columns are: a file (JSON), or the name of a stored mapping")
  .option("--dataset <code>", "the dataset, where the file does not tell")
  .option("--source <code>", "who publishes, where the file does not tell")
  .option("--set <constant...>", "a dimension that is the same throughout: BASE=USD", addConstant)
  .option("--dry-run", "show what would change, and store nothing")
  .addOption(
    new Option("--on-error <what>", "what becomes of a file with bad rows")
      .choices(["abort", "skip"])
      .default("abort"),
  )
  .addOption(
    new Option(
      "--accept <codes>",
      "warnings that are right, by code, separated by commas",
    ).argParser(addAccepted),
  )
  .option("--by <name>", "who imports")
  .option("--json", "the report as the API gives it")
  .action(importFiles);

async function importFiles(files: string[], options: Options): Promise<void> {
  const map = options.map === undefined ? {} : await readMap(options.map);
  const kurs = await openKurs("command");
  try {
    for (const name of files) {
      const request = { ...toRequest(options), ...map, name: name === "-" ? null : basename(name) };
      const report = await withFile(name, (path) =>
        importWithProgress(kurs.pool, name, { ...request, path }),
      ).catch((error: unknown) => refuse(name, error, options));
      show(name, report, options);
      if (options.dryRun && wouldStop(report, options)) {
        throw new KursError("rejected-rows", `${name} would be refused as it is.`);
      }
    }
  } finally {
    await kurs.close();
  }
}

function toRequest({ by, dataset, source, set, dryRun, onError, accept }: Options) {
  return {
    by: by ?? userInfo().username,
    dataset,
    source,
    set: Object.fromEntries(set ?? []),
    dryRun,
    onError,
    accept,
    today: new Date().toISOString().slice(0, 10),
  };
}

async function importWithProgress(
  pool: Pool,
  name: string,
  request: ImportRequest,
): Promise<Report> {
  if (!process.stderr.isTTY) return importFile(pool, request);
  const write = (text: string) => process.stderr.write(text);
  const progress = createProgress(name, write, () => performance.now());
  const told = { ...request, onRows: progress.rows, onBytes: progress.bytes };
  return importFile(pool, told).finally(progress.end);
}

/** What the API would answer is shown before the refusal ends the command: the report where there is one, else the problem. */
function refuse(name: string, error: unknown, options: Options): never {
  if (!(error instanceof KursError)) throw error;
  if (error.members.report) show(name, error.members.report as Report, options);
  else if (options.json) printJson({ ...error.members, ...problemOf(error) });
  throw error;
}

function show(name: string, report: Report, { json }: Options): void {
  if (json) printJson(report);
  else printReport(name, report);
}

/** A file where there is one, else the name of a stored mapping. */
async function readMap(map: string): Promise<Pick<ImportRequest, "mapping" | "mappingName">> {
  const isFile = map.includes("/") || existsSync(map);
  if (!isFile) return { mappingName: map };
  return { mapping: readMapping(await readFile(map, "utf8"), map) };
}

type Constants = NonNullable<Options["set"]>;

function addConstant(text: string, before: Constants = []): Constants {
  const [, dimension, code] = /^([A-Z][A-Z0-9_]*)=(.+)$/.exec(text) ?? [];
  if (dimension !== undefined && code !== undefined) return [...before, [dimension, code]];
  throw new InvalidArgumentError("It takes DIMENSION=CODE, such as BASE=USD.");
}

/** May be given more than once. */
function addAccepted(text: string, before: readonly WarningCode[] = []): WarningCode[] {
  const parsed = WarningCode.array().safeParse(text.split(","));
  if (parsed.success) return [...before, ...parsed.data];
  throw new InvalidArgumentError(`It takes ${warningCodes.join(", ")}.`);
}

/** Standard input is spooled to disk, since a file is read twice. */
async function withFile<T>(name: string, work: (path: string) => Promise<T>): Promise<T> {
  if (name !== "-") {
    const found = await stat(name);
    if (found.isDirectory()) throw new KursError("unreadable-file", `${name} is a folder.`);
    return work(name);
  }
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, "file");
    say("Reading standard input …");
    await pipeline(process.stdin, createWriteStream(path));
    return work(path);
  });
}
