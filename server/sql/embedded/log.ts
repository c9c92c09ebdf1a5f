import { constants } from "node:fs";
import {
  copyFile,
  type FileHandle,
  lstat,
  open,
  readFile,
  rm,
  statfs,
  truncate,
} from "node:fs/promises";
import type { Account } from "./command.ts";

const maxBytes = 10 * 1024 * 1024;
const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = constants;

/** Opens the log to append to it; it is that user's, and closed to others. */
export async function openLog(log: string, account: Account): Promise<FileHandle> {
  // Not through a link: root may be writing in another user's folder here.
  const opened = await open(log, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  if (account) await opened.chown(account.uid, account.gid);
  return opened;
}

/** How long the log is now, in bytes; 0 when there is none. */
export async function measureLog(log: string): Promise<number> {
  return (await lstat(log).catch(() => undefined))?.size ?? 0;
}

/** Empties a log of more than 10 MiB, keeping what it held as `<log>.1`. The server may go on writing meanwhile. */
export async function trimLog(log: string): Promise<void> {
  if ((await measureLog(log)) <= maxBytes) return;
  await rm(`${log}.1`, { force: true });
  await copyFile(log, `${log}.1`, constants.COPYFILE_EXCL);
  await truncate(log); // the server appends, so its next line begins at the new end
}

/**
 * Why the server of that process ended, in one line: its last fatal message after that position of the log, else the
 * last line.
 */
export async function readReason(log: string, fromBytes: number, pid = 0): Promise<string> {
  const text = (await readFile(log)).subarray(fromBytes).toString();
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const fatal = lines.filter((line) => /(FATAL|PANIC):/.test(line));
  // What an earlier server's orphans say when they end must not pass for the reason.
  const line = fatal.findLast((one) => one.includes(`[${pid}]`)) ?? fatal.at(-1) ?? lines.at(-1);
  // A full disk has no room for the reason either.
  if (!fatal.length && (await isFull(log))) return "the disk is full";
  return (line ?? "it said nothing").replace(/^.*?(FATAL|PANIC):\s+/, "").trim();
}

async function isFull(path: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize < 1024 * 1024;
}
