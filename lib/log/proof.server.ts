import "server-only";
import { db } from "../core/db.server";
import type { LogProof } from "./entry";
import { inclusionProof } from "./merkle";
import { toLogEntry } from "./seal.server";

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
  if (!leaf || !checkpoint) return null;
  const size = Number(checkpoint.size);
  const leaves = await db().logLeaf.findMany({
    where: { index: { lt: checkpoint.size } },
    orderBy: { index: "asc" },
    select: { leafHash: true },
  });
  const hashes = inclusionProof(
    leaves.map(({ leafHash }) => Buffer.from(leafHash, "hex")),
    Number(index),
  );
  return {
    entry: toLogEntry(leaf.entry, Number(index)),
    size,
    hashes: hashes.map((hash) => Buffer.from(hash).toString("base64")),
    checkpoint: checkpoint.note,
  };
}
