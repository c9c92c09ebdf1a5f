import { StartError } from "../../contract/start-error.ts";
import { embeddedCluster } from "./cluster.ts";
import { embeddedFolder } from "./folder.ts";
import type { Role } from "./presence.ts";
import { kurs } from "./role.ts";
import { EmbeddedSession } from "./session.ts";

/** Where the data lie, and who asks. */
export interface EmbeddedOptions {
  dataDir: string;
  /** Whether somebody chose `dataDir`, or it is only the default. */
  explicit: boolean;
  /** There is one server on a folder; commands join it, or have the database run while they do. */
  role: Role;
  /** False is for tests alone: faster, and a crash of the machine may lose everything. */
  fsync?: boolean;
  /** Hears, line by line, of what goes wrong with the database and how it is mended. */
  onLog?: (line: string) => void;
}

/** A PostgreSQL server of Kurs's own that runs, and this process's right to use it. */
export interface Embedded {
  /** How to connect to Kurs's database, the same until `close`, also when the server dies and is started again. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** The data folder really used, as `embeddedFolder` answers it. */
  folder: string;
  /** Gives the right back, once; the last process to do so stops the server and waits until it is gone. */
  close: () => Promise<void>;
}

/**
 * Has Kurs's own PostgreSQL run on the folder: makes it at first, joins one that runs, recovers what a `kill -9` left.
 * Throws a StartError, one line that says what to do, when that cannot be or another server has the folder.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { role, fsync = true, onLog = () => undefined } = options;
  let folder = options.dataDir;
  try {
    folder = await embeddedFolder(options);
    const cluster = await embeddedCluster(folder, fsync);
    const session = await EmbeddedSession.open({ cluster, role, onLog });
    const login = { user: kurs, password: cluster.password, database: kurs };
    return {
      connection: { host: "127.0.0.1", port: session.port, ...login },
      folder,
      close: () => session.close(),
    };
  } catch (error) {
    throw isFileError(error) ? cannotUse(folder, error) : error;
  }
}

/** What the disk, or the rights to it, can refuse. */
const refusals = [
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOSPC",
  "EDQUOT",
  "EIO",
  "ENOTDIR",
  "EISDIR",
  "ELOOP",
];

function isFileError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && refusals.includes(String(error.code));
}

function cannotUse(folder: string, error: Error): StartError {
  const remedy =
    "let this user read and write it, free some space, or set DATA_DIR to another folder";
  return new StartError(`The data folder ${folder} cannot be used (${error.message}): ${remedy}.`, {
    cause: error,
  });
}
