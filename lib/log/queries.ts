import "server-only";
import type { z } from "zod";
import { claimsSeen } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db, type Prisma } from "../core/db.server";
import type { LogProof } from "./entry";
import { proofAt } from "./proof.server";
import type { listLogSchema } from "./schema";
import { toLogEntry } from "./to-log-entry";

/** What this person did, or what was done on a claim that they see. */
async function entriesSeen(viewer: Sight): Promise<Prisma.LogLeafWhereInput> {
  if (viewer.sees === "everything") return {};
  const claimId = await claimsSeen(viewer);
  return { entry: { OR: [{ actorId: viewer.id }, { claimId }] } };
}

/** Sealed entries after an index, oldest first: transitions and commitments; their words are not part of the log. */
export async function listLog(viewer: Sight, input: z.output<typeof listLogSchema>) {
  const rows = await db().logLeaf.findMany({
    where: { index: { gt: input.cursor ?? input.after ?? -1 }, ...(await entriesSeen(viewer)) },
    orderBy: { index: "asc" },
    take: input.limit + 1,
    include: { entry: true },
  });
  const items = rows.slice(0, input.limit).map(({ index, leafHash, entry }) => ({
    ...toLogEntry(entry, Number(index)),
    leafHash,
  }));
  return { items, nextCursor: rows.length > input.limit ? String(items.at(-1)!.seq) : null };
}

/** The newest signed head of the log, as a signed note; null before anything was sealed. */
export async function latestCheckpoint(): Promise<string | null> {
  return (await db().checkpoint.findFirst({ orderBy: { size: "desc" } }))?.note ?? null;
}

/** The signed head of exactly that size; null when none was signed. */
export async function checkpointOfSize(size: number): Promise<string | null> {
  return (await db().checkpoint.findUnique({ where: { size: BigInt(size) } }))?.note ?? null;
}

export type LogProofDto = { index: number; proof: LogProof | null };

/**
 * Where the log entry of a publication or a signed page stands in the tree, with its proof against the newest signed head or the first
 * one that covers it; null until it is sealed.
 */
export async function logProofOf(
  recordSha256: string,
  head: "newest" | "first" = "newest",
): Promise<LogProofDto | null> {
  const entry = await db().logEntry.findFirst({
    where: { subjectKind: { in: ["publication", "site-page"] }, subjectId: recordSha256 },
    include: { leaf: true },
  });
  return entry?.leaf
    ? { index: Number(entry.leaf.index), proof: await proofAt(entry.leaf.index, head) }
    : null;
}
