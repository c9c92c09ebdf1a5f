/**
 * The numbers of Kurs's advisory locks, each used for nothing else in its database; PostgreSQL keeps single numbers and
 * pairs apart. Migrations and older servers use the same numbers, so they stay as they are.
 */
const kurs = 0x6b757273;

/** Held by an import from its comparison with what is stored until its commit. */
export const importLock = kurs;

/** Held from the moment that an import's time is drawn until it is committed. */
export const commitLock = kurs + 1;

/** With a server's number: held for as long as that server lives. */
export const serverLocks = kurs + 1;

const embedded = 0x4b757273;

/** Locks of the embedded server's own database, held by the processes that use it. */
export const embeddedLocks = {
  /** Shared by all of them. */
  present: [embedded, 1],
  /** Of the one that serves. */
  serve: [embedded, 2],
  /** While the role and its database are made. */
  setup: [embedded, 3],
};
