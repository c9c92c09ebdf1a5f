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

const codeless =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when the error says that the database cannot be reached just now; asking again later may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string") return away.has(code) || code.startsWith("08");
  // pg gives these no code.
  return codeless.test(error.message);
}
