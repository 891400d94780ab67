import "server-only";
import { Prisma } from "../core/db.server";

/**
 * Of `log_entry l`: written by a transaction that began later than that of this entry, by the count of the database. An id
 * does not tell it: it begins with the clock of the host that made it, and hosts differ.
 */
export const afterEntry = (entryId: string): Prisma.Sql =>
  Prisma.sql`l.txid > (SELECT o.txid FROM log_entry o WHERE o.id = ${entryId})`;
