import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../../contract/start-error.ts";
import { administrator, type Cluster } from "./cluster.ts";
import { findPostmaster, type Postmaster, readLockFile, removeStaleLock } from "./lock-file.ts";
import { findFreePort, type Start, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { isUnavailable } from "../error-codes.ts";

const patienceMs = 15_000;
const codes = { wrongPassword: "28P01", cannotConnectNow: "57P03", tooManyConnections: "53300" };
/**
 * What keeps a server from starting only for a moment: another that starts or ends, a port just taken, or somebody who
 * came and went first, and stopped the server as the last one out.
 */
const passing = /lock file|shared memory block|TCP\/IP sockets|shutting down|is shut down/;

/** How to reach the cluster's server: on any port, or on the given one only. */
export interface Approach {
  /** The connection's name, for whoever looks at the list of connections. */
  name: string;
  port?: number;
  signal?: AbortSignal;
  onLog: (line: string) => void;
}

/** A connection of the administrator, the port that it came in by, and its end, whoever ends it. */
export interface Reached {
  client: pg.Client;
  port: number;
  ended: Promise<unknown>;
}

/**
 * Connects to the server that runs on the cluster, whoever started it, or starts one: after a `kill -9` of anything,
 * too. Waits while a server recovers. Throws a StartError when none can be had, the signal's reason when it is aborted.
 */
export async function reachPostmaster(cluster: Cluster, approach: Approach): Promise<Reached> {
  const attempt: Attempt = { cluster, approach, deadlineMs: performance.now() + patienceMs };
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.3, 500)) {
    const running = await findPostmaster(cluster.database);
    if (!running) await startOnce(attempt);
    const reached = running && (await knock(attempt, running));
    if (reached) return reached;
    await sleep(pauseMs);
  }
}

interface Attempt {
  cluster: Cluster;
  approach: Approach;
  /** When patience with a silent server, or with starts that fail, ends. */
  deadlineMs: number;
  start?: Start;
}

async function startOnce(attempt: Attempt): Promise<void> {
  const { cluster, approach, start } = attempt;
  if (start && !start.ended) return; // it has yet to write its lock file
  if (start) refuseLasting(attempt, await start.readReason());
  approach.signal?.throwIfAborted();
  // The port of a server that was killed is kept: another Kurs that used it finds the database there again.
  const last = await readLockFile(cluster.database);
  await removeStaleLock(cluster.database);
  attempt.start = await startPostmaster(cluster, approach.port ?? (await findFreePort(last?.port)));
}

function refuseLasting({ cluster, deadlineMs }: Attempt, reason: string): void {
  if (passing.test(reason) && performance.now() < deadlineMs) return;
  throw new StartError(
    `The database in ${cluster.folder} did not start (${reason}): mend that and start again; ${cluster.log} has all that it said.`,
  );
}

async function knock(attempt: Attempt, { pid, port }: Postmaster): Promise<Reached | undefined> {
  const { cluster, approach } = attempt;
  // A server on another port than the given one is a command's, and goes with it.
  const answer =
    (approach.port ?? port) === port ? await connect(cluster, approach.name, port) : "busy";
  if (typeof answer === "object") return answer;
  if (performance.now() < attempt.deadlineMs) return undefined;

  approach.onLog(`The database (process ${pid}) is ${answer}.`);
  if (answer === "silent") await stopPostmaster(cluster, pid);
  attempt.deadlineMs = performance.now() + patienceMs;
  return undefined;
}

async function connect(
  cluster: Cluster,
  name: string,
  port: number,
): Promise<Reached | "busy" | "silent"> {
  const address = { host: "127.0.0.1", port, database: "postgres", ssl: false };
  const login = { user: administrator, password: cluster.password, application_name: name };
  const client = new pg.Client({ ...address, ...login, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined); // its "end" follows, and says the same
  const ended = new Promise((resolve) => client.once("end", resolve));
  try {
    await client.connect();
    return { client, port, ended };
  } catch (error) {
    return readRefusal(cluster, error);
  }
}

/** True when a query failed because its connection, or the server behind it, has gone. */
export function isLost(error: unknown): boolean {
  return (
    isUnavailable(error) || (error instanceof Error && error.message.endsWith("not queryable"))
  );
}

function readRefusal({ folder }: Cluster, error: unknown): "busy" | "silent" {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === codes.cannotConnectNow || code === codes.tooManyConnections) return "busy";
  if (code === codes.wrongPassword) {
    throw new StartError(
      `The password in ${folder}/password does not open the database in ${folder}: put back the file that belongs to it, or set DATA_DIR to another folder.`,
    );
  }
  if (isUnavailable(error) || message === "timeout expired") return "silent";
  throw error;
}
