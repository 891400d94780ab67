import "server-only";
import { Prisma } from "../core/db.server";

/** Whether a transaction that is done is this cluster's: after a restore into another one, what it has not counted is the old one's. */
const isOfThisCluster = (txid: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${txid} < pg_snapshot_xmax(pg_current_snapshot())`;

/**
 * Of `log_entry l`: written by a transaction that is done and began later than that of this entry, by the count of the
 * database. An id does not tell it: it begins with the clock of the host that made it, and hosts differ. After a restore into
 * another cluster transactions count anew: those of the old one came before all of this one, as long as this one has not
 * counted as far.
 */
export const afterEntry = (entryId: string): Prisma.Sql =>
  Prisma.sql`(${isOfThisCluster(Prisma.sql`l.txid`)}, l.txid) >
    (SELECT ${isOfThisCluster(Prisma.sql`o.txid`)}, o.txid FROM log_entry o WHERE o.id = ${entryId})`;
