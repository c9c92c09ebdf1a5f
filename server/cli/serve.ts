import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createApp } from "../app.ts";
import type { AppParts } from "../app-parts.ts";
import { createAppServer } from "../app-server.ts";
import { buildTag } from "../build-tag.ts";
import { StartError } from "../contract/start-error.ts";
import { KursError } from "../domain/kurs-error.ts";
import { ImportJobs } from "../import/import-jobs.ts";
import { loadFixtures } from "../import/load-fixtures.ts";
import { removeLeftFolders } from "../import/temporary-folder.ts";
import { packageRoot } from "../package-root.ts";
import type { Settings } from "../settings.ts";
import { createReaders } from "../sql/database.ts";
import { Listening } from "../sql/listen.ts";
import { migrationsFolder, type OpenKurs, openKurs } from "./open-kurs.ts";
import { firstToken } from "./first-token.ts";
import { stopServer } from "./stop-server.ts";
import { ToldToStop, toldToStop } from "./told-to-stop.ts";

/** How long open requests and running jobs have to finish; with the shutdown of the database that makes ten seconds. */
const graceMs = 7_000;
/** The process ends after this, whatever still hangs. */
const lastMs = 30_000;

/** Room for some thousands of answers of the usual size. */
const keptBytes = 64 * 1024 * 1024;

/** What `npm start` runs: database → fixtures → listen; on SIGINT or SIGTERM it closes in reverse order. */
export async function serve(): Promise<void> {
  // Before anything else, so that a start that is interrupted ends in order as well.
  const told = toldToStop();
  told.addEventListener("abort", () => void setTimeout(() => process.exit(), lastMs).unref());
  const kurs = await openKurs("serve");
  const { pool, log } = kurs;
  const readers = createReaders(pool, (error) =>
    log.warn({ err: error }, "an idle connection was lost"),
  );
  const listening = new Listening(pool);
  listening.hear(({ kind }) => {
    if (kind === "down") log.warn("the database cannot be heard; no answers are kept meanwhile");
  });
  try {
    const jobs = new ImportJobs(pool, (error) => log.error({ err: error }, "import job failed"));
    const [draining, cutting] = [new AbortController(), new AbortController()];
    const shutdown = { draining: draining.signal, cutting: cutting.signal };
    const server = await start(kurs, { readers, jobs, listening, shutdown }, told);
    if (!told.aborted) await once(told, "abort");
    log.info("stopping");
    draining.abort();
    // First, as it ends the streams of changes.
    await listening.close();
    const stopped = stopServer(server, graceMs, () => cutting.abort(stopping()));
    await Promise.all([stopped, jobs.close(graceMs)]);
  } catch (error) {
    if (!(error instanceof ToldToStop)) throw error;
  } finally {
    await listening.close();
    await readers.end();
    await kurs.close();
  }
}

type Running = Pick<AppParts, "readers" | "jobs" | "listening" | "shutdown">;

/** Throws the signal's reason when the server is told to stop before it listens. */
async function start(kurs: OpenKurs, running: Running, told: AbortSignal): Promise<Server> {
  const { settings, pool, log, folder } = kurs;
  await prepare(kurs, running.jobs, told);
  told.throwIfAborted();
  void running.listening.open();
  const { server, adopt } = createAppServer();
  const address = await listen(server, settings);
  const app = createApp({
    pool,
    log,
    now: () => new Date(),
    clientFolder: join(packageRoot, "dist/client"),
    migrationsFolder,
    publicUrl: settings.PUBLIC_URL ?? address,
    trustProxy: settings.TRUST_PROXY,
    importMaxBytes: settings.IMPORT_MAX_BYTES,
    rateLimit: settings.RATE_LIMIT,
    ...running,
    keptBytes,
    build: buildTag(),
  });
  adopt(app);
  // Only now: a token made before a start that fails at the port would be shown to nobody.
  const token = await firstToken(pool, folder).catch((error: unknown) => {
    server.close().closeAllConnections();
    throw error;
  });
  if (!settings.DATABASE_URL) process.stdout.write(`Data are kept in ${folder}\n`);
  process.stdout.write(`Kurs is ready at ${address}\n`);
  if (token) process.stdout.write(`Import token: ${token}\n`);
  return server;
}

/** Fills an empty database, and clears up after servers that were killed. */
async function prepare(
  { settings, pool, log }: OpenKurs,
  jobs: ImportJobs,
  told: AbortSignal,
): Promise<void> {
  if (settings.LOAD_FIXTURES) {
    const today = new Date().toISOString().slice(0, 10);
    await loadFixtures(pool, join(packageRoot, "fixtures"), today, told);
  }
  // What cannot be removed only takes room.
  await removeLeftFolders().catch((error: unknown) =>
    log.warn({ err: error }, "files of an import that was killed are left"),
  );
  const left = await jobs.recover();
  if (left > 0) log.warn({ jobs: left }, "import jobs were left by a server that is gone");
}

/** Listens, and answers with the address. Throws a StartError when the port is taken or not allowed. */
async function listen(server: Server, { PORT, HOST }: Settings): Promise<string> {
  try {
    server.listen(PORT, HOST);
    await once(server, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: "something else listens there; stop it, or set PORT to another port",
      EACCES: "this user may not; set PORT to 1024 or more",
      EADDRNOTAVAIL: "this machine has no such address; set HOST to one of its own",
      ENOTFOUND: "no such host is known; set HOST to an address of this machine",
    };
    throw new StartError(
      `Kurs cannot listen at ${HOST}:${PORT}: ${reasons[code ?? ""] ?? String(error)}.`,
      { cause: error },
    );
  }
  const { port } = server.address() as AddressInfo;
  return `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${port}`;
}

function stopping(): KursError {
  return new KursError("unavailable", "The server is stopping; nothing was stored.");
}
