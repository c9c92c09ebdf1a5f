import { parseArgs } from "node:util";
import { backupAlone, benchBackup, restoreAlone } from "./bench-backup.ts";
import { benchImport } from "./bench-import.ts";
import { benchLimits, hammer } from "./bench-limits.ts";
import { benchMemory, importAlone } from "./bench-memory.ts";
import { benchQuery } from "./bench-query.ts";
import { serveBytes, serveQueries } from "./query-server.ts";

/** What a run of the bench was told. */
export interface Told {
  rounds: number;
  rows: number;
  bytes: number;
  json: boolean;
  /** What a bench tells the process that it starts. */
  words: readonly string[];
}

const benches: Readonly<Record<string, (told: Told) => Promise<void>>> = {
  import: benchImport,
  memory: benchMemory,
  query: benchQuery,
  limits: benchLimits,
  backup: benchBackup,
  // A bench's own second processes, not for the command line.
  "import-alone": importAlone,
  "backup-alone": backupAlone,
  "restore-alone": restoreAlone,
  "serve-queries": serveQueries,
  "serve-bytes": serveBytes,
  hammer,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    rows: { type: "string", default: "1000000" },
    bytes: { type: "string", default: "300000000" },
    json: { type: "boolean", default: false },
  },
});
const [name = "", ...words] = positionals;
const bench = benches[name];
if (!bench) {
  process.stderr.write("npm run bench -- import [--rounds 3] [--rows 1000000] [--json]\n");
  process.stderr.write("npm run bench -- memory [--bytes 300000000] [--json]\n");
  process.stderr.write("npm run bench -- query [--rounds 3] [--rows 1000000] [--json]\n");
  process.stderr.write("npm run bench -- backup [--rows 1000000]\n");
  process.stderr.write("npm run bench -- limits [--rounds 3] [--rows 1000000] [--json]\n");
  process.exit(2);
}
await bench({
  rounds: Number(values.rounds),
  rows: Number(values.rows),
  bytes: Number(values.bytes),
  json: values.json,
  words,
});
