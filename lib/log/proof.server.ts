import "server-only";
import { db } from "../core/db.server";
import type { LogProof } from "./entry";
import type { Place } from "./merkle";
import { storedNodes } from "./nodes.server";
import { consistencyPlaces, hashOver, inclusionPlaces } from "./stored-tree";
import { toLogEntry } from "./to-log-entry";

/** The hashes of a proof in standard base64, each over the stored nodes at its places. */
async function hashesAt(path: Place[][]): Promise<string[]> {
  const nodes = await storedNodes(db(), path.flat());
  return path.map((places) => Buffer.from(hashOver(nodes.splice(0, places.length))).toString("base64"));
}

/**
 * Proof that the entry at `index` is in the tree whose signed head is the newest, or the first that covers it, which
 * never changes; null when it is not sealed.
 */
export async function proofAt(index: bigint, head: "newest" | "first" = "newest"): Promise<LogProof | null> {
  const order = head === "newest" ? "desc" : "asc";
  const [leaf, checkpoint] = await Promise.all([
    db().logLeaf.findUnique({ where: { index }, include: { entry: true } }),
    db().checkpoint.findFirst({ where: { size: { gt: index } }, orderBy: { size: order } }),
  ]);
  if (!leaf || !checkpoint || index >= checkpoint.size) return null;
  const size = Number(checkpoint.size);
  return {
    entry: toLogEntry(leaf.entry, Number(index)),
    size,
    hashes: await hashesAt(inclusionPlaces(Number(index), size)),
    checkpoint: checkpoint.note,
  };
}

export type ConsistencyDto = { from: number; to: number; hashes: string[]; checkpoint: string };

/**
 * Proof that the log of `from` entries, a head that somebody kept, is a beginning of the newest signed one: RFC 6962
 * hashes in standard base64. Null when the log is not that long or has no head yet.
 */
export async function consistencyFrom(from: number): Promise<ConsistencyDto | null> {
  const checkpoint = await db().checkpoint.findFirst({ orderBy: { size: "desc" } });
  const to = Number(checkpoint?.size ?? 0);
  if (!checkpoint || from > to) return null;
  return { from, to, hashes: await hashesAt(consistencyPlaces(from, to)), checkpoint: checkpoint.note };
}
