import type { Logger } from "pino";
import { Counter, type Registry } from "prom-client";
import { type HearEnd, outcomes } from "../import/watch-import.ts";

/** Whose import it is, of which file, and the request that brought it. */
interface ImportOrigin {
  by: string;
  /** The file's name; null where the sender gave none, and for an undo. */
  file: string | null;
  /** The import that is taken back. */
  undoes?: number;
  /** True where nothing was to be stored. */
  dryRun?: boolean | undefined;
  /** The request's number, as in its `X-Request-Id`. */
  requestId: unknown;
}

const rowCounts = ["added", "revised", "unchanged", "rejected", "withdrawn"] as const;

/** Keeps count of imports over HTTP, and writes a line of the log for each. */
export class ImportJournal {
  readonly #log: Logger;
  readonly #imports: Counter<"outcome">;
  readonly #rows: Counter<"result">;

  /** Puts its metrics into the registry. */
  constructor(log: Logger, registry: Registry) {
    this.#log = log;
    this.#imports = new Counter({
      name: "kurs_imports_total",
      help: "Imports and undos over HTTP that are over, jobs among them, by what they came to; a dry run that is refused is a preview, too",
      labelNames: ["outcome"],
      registers: [registry],
    });
    this.#rows = new Counter({
      name: "kurs_import_rows_total",
      help: "Observations that imports over HTTP added, revised, found unchanged, rejected or withdrew; of what was stored",
      labelNames: ["result"],
      registers: [registry],
    });
    // Prometheus can tell a rate from the first import on only where its counter stood at 0 before.
    for (const outcome of outcomes) this.#imports.inc({ outcome }, 0);
    for (const result of rowCounts) this.#rows.inc({ result }, 0);
  }

  /** What an import of this origin has to call at its end. */
  entry(origin: ImportOrigin): HearEnd {
    return ({ outcome, report, ms }) => {
      // Whoever looks whether a file would be taken lacks nothing when it would not.
      const isPreview = origin.dryRun && outcome === "refused";
      this.#imports.inc({ outcome: isPreview ? "preview" : outcome });
      const counts = report?.counts;
      if (outcome === "committed") {
        for (const result of rowCounts) this.#rows.inc({ result }, Number(counts?.[result] ?? 0));
      }
      this.#log.info({ ...origin, import: report?.id ?? null, outcome, counts, ms }, "import");
    };
  }
}
