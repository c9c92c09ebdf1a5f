import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../../contract/start-error.ts";
import type { Cluster } from "./cluster.ts";
import { postgresEnvironment, runCommand } from "./command.ts";
import { measureLog, openLog, readReason, trimLog } from "./log.ts";
import { isPostmaster } from "./process.ts";

/** A fast stop writes to the disk what is only in memory yet. */
const stopMs = 60_000;

/** A server that was started and may not answer yet. */
export interface Start {
  /** True once it has ended; then `readReason` says why, in one line. */
  ended: boolean;
  readReason: () => Promise<string>;
}

/** Settings for a small machine that is not the database's alone. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_checkpoints: "off",
  max_connections: "50",
  shared_buffers: "128MB",
  work_mem: "16MB",
  random_page_cost: "1.1",
  // Large imports: fewer checkpoints on the way, and no log for replicas that there are not.
  checkpoint_timeout: "15min",
  wal_level: "minimal",
  max_wal_senders: "0",
  // A statement whose asker was killed ends soon, so that it cannot hold the folder after its server was killed, too.
  client_connection_check_interval: "2s",
};
const unsafe = { fsync: "off", full_page_writes: "off" };

/**
 * Starts a server on the cluster, at that port of 127.0.0.1, and does not wait until it answers. It lives on when this
 * process ends or gets Ctrl+C: open requests still need it then.
 */
export async function startPostmaster(cluster: Cluster, port: number): Promise<Start> {
  await trimLog(cluster.log);
  const logStart = await measureLog(cluster.log);
  const log = await openLog(cluster.log, cluster.account);
  const child = spawn(cluster.binaries.postgres, postgresArguments(cluster, port), {
    ...cluster.account,
    cwd: cluster.folder,
    env: postgresEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const start = { ended: false, readReason: () => readReason(cluster.log, logStart, child.pid) };
  for (const event of ["exit", "error"]) child.once(event, () => (start.ended = true));
  child.unref();
  await log.close();
  return start;
}

function postgresArguments({ database, fsync }: Cluster, port: number): string[] {
  const chosen = Object.entries({ ...settings, ...(fsync ? {} : unsafe), port });
  return ["-D", database, ...chosen.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/**
 * Stops the server that runs as this process on the cluster and waits until it is gone; connections are cut, finished
 * transactions stay. Throws a StartError when it does not go.
 */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    const args = ["stop", "-D", cluster.database, "-m", mode, "-W"];
    await runCommand(cluster.binaries.pgCtl, args, {
      account: cluster.account,
      cwd: cluster.folder,
    });
    if (await goes(cluster, pid)) return;
  }
  throw new StartError(
    `The database process ${pid} on ${cluster.database} does not stop: run "kill -9 ${pid}", then start again.`,
  );
}

async function goes({ database }: Cluster, pid: number): Promise<boolean> {
  const deadlineMs = performance.now() + stopMs;
  while (await isPostmaster(pid, database)) {
    if (performance.now() > deadlineMs) return false;
    await sleep(20);
  }
  return true;
}

/** A port of 127.0.0.1 that is free at this moment: the wished one when it is. */
export async function findFreePort(wished = 0): Promise<number> {
  const server = createServer().listen(wished, "127.0.0.1");
  try {
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (wished === 0) throw error;
    return await findFreePort();
  } finally {
    server.close();
  }
}
