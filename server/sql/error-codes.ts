/** Postgres and network codes that mean "the database is away", not "the statement is wrong". */
const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  /** admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections */
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

/**
 * disk_full, configuration_limit_exceeded (such as temp_file_limit), and what a file system says: full, over quota,
 * file too large
 */
const full = new Set(["53100", "53400", "ENOSPC", "EDQUOT", "EFBIG"]);

/** query_canceled and idle_in_transaction_session_timeout: what readers are given no more time for */
const timedOut = new Set(["57014", "25P03"]);

/** character_not_in_repertoire and untranslatable_character: NUL, in plain text and in JSON */
const unstorable = new Set(["22021", "22P05"]);

const codeless =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when the error says that the database cannot be reached just now; asking again later may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  // pg gives some no code.
  return code === "" ? codeless.test(error.message) : away.has(code) || code.startsWith("08");
}

/** True when there is no room to write, on the database's disk or on that of temporary files. */
export function isFull(error: unknown): boolean {
  return full.has(codeOf(error));
}

/** True when a text holds a character that Postgres does not store. */
export function isUnstorable(error: unknown): boolean {
  return unstorable.has(codeOf(error));
}

/** True when a statement or a transaction took longer than it may. */
export function isTimedOut(error: unknown): boolean {
  return timedOut.has(codeOf(error));
}

/** Empty where an error has none. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "";
}
