import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { inTemporaryFolder, removeLeftFolders } from "../../../server/import/temporary-folder.ts";

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid!;
}

it("inTemporaryFolder(work) removes the folder when the work is done, and when it fails", async () => {
  let last = "";
  const work = async (folder: string) => {
    last = folder;
    await writeFile(join(folder, "file"), "x");
    return basename(folder);
  };
  const name = await inTemporaryFolder(work);
  expect(name.startsWith(`kurs-${hostname()}-${process.pid}-`)).toBe(true);
  await expect(stat(last)).rejects.toThrow("ENOENT");
  const failing = inTemporaryFolder(async (folder) => {
    await work(folder);
    throw new Error("stopped");
  });
  await expect(failing).rejects.toThrow("stopped");
  await expect(stat(last)).rejects.toThrow("ENOENT");
});

it("removeLeftFolders(parent) removes what killed processes left, and nothing of those that live", async () => {
  const parent = await mkdtemp(join(tmpdir(), "kurs-left-"));
  onTestFinished(() => rm(parent, { recursive: true }));
  const dead = await endedProcess();
  const left = [`kurs-${hostname()}-${dead}-a1b2c3`, `kurs-${hostname()}-${process.pid}-a1b2c3`];
  const kept = [
    `kurs-${hostname()}-${process.ppid}-a1b2c3`,
    `kurs-another-machine-${dead}-a1b2c3`,
    `kurs-${hostname()}-${dead}`,
    "kurs-left-a1b2c3",
    "something-else",
  ];
  for (const name of [...left, ...kept]) {
    await mkdir(join(parent, name));
    await writeFile(join(parent, name, "file"), "x");
  }
  expect(await removeLeftFolders(parent)).toBe(2);
  expect((await readdir(parent)).sort()).toEqual(kept.sort());
  expect(await removeLeftFolders(parent)).toBe(0);
});
