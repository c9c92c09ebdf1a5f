import type { Logger } from "pino";
import type { Shutdown } from "./http/shutdown.ts";
import type { ImportJobs } from "./import/import-jobs.ts";
import type { Pool } from "./sql/database.ts";
import type { Listening } from "./sql/listen.ts";

/** What the application is made of; it opens nothing by itself. */
export interface AppParts {
  pool: Pool;
  /** The same database, for single statements that read. */
  readers: Pool;
  log: Logger;
  now: () => Date;
  /** The built client; null for an API alone. */
  clientFolder: string | null;
  migrationsFolder: string;
  /** Where the world reaches this server. */
  publicUrl: string;
  /** Tells builds apart, whose answers may differ. */
  build: string;
  trustProxy: boolean;
  importMaxBytes: number;
  /** How many requests a minute a client may send; 0 for any number. */
  rateLimit: number;
  /** The imports that go on after their requests were answered. */
  jobs: ImportJobs;
  /** Tells what is committed to the database, by whichever process. */
  listening: Listening;
  /** Tells when the server stops. */
  shutdown: Shutdown;
  /** How many bytes of answers may be kept ready; 0 for none. */
  keptBytes: number;
}
