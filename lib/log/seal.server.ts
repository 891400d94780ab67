import "server-only";
import { access, appendFile, constants } from "node:fs/promises";
import { join } from "node:path";
import { db, type Tx } from "../core/db.server";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";
import { loadSigningKey } from "../publications/signing-key.server";
import { signCheckpoint } from "./checkpoint";
import { entryLeaf } from "./entry";
import { emptyFrontier, frontierRoot, growTree, type Frontier, type PlacedNode } from "./merkle";
import { storedNodes, storeNodes } from "./nodes.server";
import { placesIn } from "./stored-tree";
import { toLogEntry, type LogEntryRow } from "./to-log-entry";

/** The log's name in its signed heads: the site's host. */
export function logOrigin(): string {
  return `${new URL(env().publicUrl).host}/countersign-log`;
}

/** A long queue on a busy machine takes its time; giving it up would only begin the same again. */
const patience = { maxWait: 10_000, timeout: 60_000 };

const held = globalThis as { countersignFrontier?: Frontier; countersignHeadFault?: string };

const headsFile = () => join(env().home, "checkpoints");

/** The frontier of the sealed tree: the one in memory when nobody else sealed since, else read from the stored nodes. */
async function frontierAt(tx: Tx, size: number): Promise<Frontier> {
  const kept = held.countersignFrontier ?? emptyFrontier;
  if (kept.size === size) return kept;
  return { size, nodes: await storedNodes(tx, placesIn({ start: 0, end: size })) };
}

/**
 * Appends the entries of finished transactions to the tree and signs its new head. One sealer at a time (advisory
 * lock); an entry whose transaction is younger than an open one waits, so that the order can never be rewritten.
 * Returns how many were sealed.
 */
export async function sealLog(now: Date): Promise<number> {
  const key = await loadSigningKey();
  const sealed = await db().$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { got: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext('countersign-seal')) AS got`;
    if (!lock?.got) return null;
    // Entries are sealed in the order of their transactions, so nothing older than the last one sealed is open. After a
    // restore into another cluster its counter is behind: entries from "the future" are the old cluster's, and finished.
    const rows = await tx.$queryRaw<LogEntryRow[]>`
      WITH seen AS (SELECT pg_current_snapshot() AS snapshot,
        coalesce((SELECT s.txid FROM log_leaf l JOIN log_entry s ON s.id = l."entryId" ORDER BY l.index DESC LIMIT 1), '0'::xid8) AS sealed)
      SELECT e.id, e.at, e."actorId", e."actorRole", e.event, e."subjectKind", e."subjectId", e."claimId", e."fromState", e."toState", e.commitment
      FROM log_entry e, seen WHERE (e.txid < pg_snapshot_xmin(seen.snapshot) OR e.txid >= pg_snapshot_xmax(seen.snapshot))
        AND (e.txid >= seen.sealed OR seen.sealed >= pg_snapshot_xmax(seen.snapshot))
        AND NOT EXISTS (SELECT 1 FROM log_leaf l WHERE l."entryId" = e.id) ORDER BY e.txid, e.id LIMIT 2000`;
    if (rows.length === 0) return null;
    const last = await tx.logLeaf.findFirst({ orderBy: { index: "desc" }, select: { index: true } });
    let frontier = await frontierAt(tx, last ? Number(last.index) + 1 : 0);
    const nodes: PlacedNode[] = [];
    const leaves = rows.map((row) => {
      const index = frontier.size;
      const leaf = entryLeaf(toLogEntry(row, index));
      const grown = growTree(frontier, leaf);
      frontier = grown.frontier;
      nodes.push(...grown.completed);
      return { index: BigInt(index), entryId: row.id, leafHash: Buffer.from(leaf).toString("hex") };
    });
    await tx.logLeaf.createMany({ data: leaves });
    await storeNodes(tx, nodes);
    const root = frontierRoot(frontier);
    const note = signCheckpoint(
      { origin: logOrigin(), size: frontier.size, root },
      logOrigin(),
      key.privatePem,
    );
    await tx.checkpoint.create({
      data: { size: BigInt(frontier.size), root: Buffer.from(root).toString("hex"), note, at: now },
    });
    return { frontier, note, count: rows.length };
  }, patience);
  if (!sealed) return 0;
  held.countersignFrontier = sealed.frontier;
  // The head stands in the database too; the file is what shows that an older database was put in its place.
  await keepHead(sealed.note, sealed.frontier.size);
  return sealed.count;
}

async function keepHead(note: string, size: number): Promise<void> {
  try {
    await appendFile(headsFile(), `${note}\n`);
    held.countersignHeadFault = undefined;
  } catch (error) {
    held.countersignHeadFault = String(error);
    logger.error({ err: error, size }, "a signed head could not be kept in the home");
  }
}

/** Why the last signed head was not kept in the home, or the next one would not be; null when it will. */
export async function headFault(): Promise<string | null> {
  if (held.countersignHeadFault) return held.countersignHeadFault;
  return access(headsFile(), constants.W_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : String(error)),
  );
}
