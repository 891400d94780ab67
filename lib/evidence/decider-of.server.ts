import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";

/**
 * Who is named as having made evidence decisive for this reason: whoever gives it, but whoever gave it before when this
 * person only puts back what their own last edit took away. Null without a reason.
 */
export async function deciderOf(
  tx: Tx,
  viewer: Viewer,
  evidenceId: string,
  reason: string | null,
): Promise<string | null> {
  if (reason === null) return null;
  const last = await tx.logEntry.findFirst({
    where: { subjectKind: "evidence", subjectId: evidenceId, event: "evidence.edited" },
    orderBy: { id: "desc" },
    include: { payload: true },
  });
  const body = last?.payload?.body as { was?: { decisiveReason?: unknown; decisiveById?: unknown } } | null;
  const { decisiveReason, decisiveById } = body?.was ?? {};
  const isPutBack = last?.actorId === viewer.id && decisiveReason === reason;
  return isPutBack && typeof decisiveById === "string" ? decisiveById : viewer.id;
}
