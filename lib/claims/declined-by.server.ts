import "server-only";
import { namesOf } from "../accounts/names.server";
import { db } from "../core/db.server";

/** Who declined a claim last (null when they left no name), and when (ISO 8601); null where the log does not say. */
export async function declinedBy(claimId: string): Promise<{ name: string | null; at: string } | null> {
  const last = await db().logEntry.findFirst({
    where: { claimId, event: "claim.declined" },
    orderBy: { id: "desc" },
    select: { actorId: true, at: true },
  });
  if (!last) return null;
  const name = (await namesOf([last.actorId])).get(last.actorId ?? "") ?? null;
  return { name, at: last.at.toISOString() };
}
