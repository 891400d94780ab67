import "server-only";
import type { Viewer } from "../access/viewer";
import { changedFields } from "../core/changed-fields";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Failure, type Result } from "../core/result";
import { changedSince } from "../undo/own-entry.server";
import { writeVerdict } from "./commands";
import { draftAsOf, type DraftWrite } from "./draft-as-of";
import type { TakeBackDraftInput } from "./schema";

const unknown: Failure = {
  kind: "invalid",
  code: "not-kept",
  detail: "What the draft said before is no longer kept, so nothing was put back.",
};

/**
 * Takes back what this person wrote to the draft after version `since`, saved by itself or by hand: a write like any other,
 * over version `version`. Where they saved over somebody else's version, that one stands again. 409 `stale` when somebody
 * else wrote after them. Asked again because its answer was lost, it is done.
 */
export async function takeBackDraft(
  viewer: Viewer,
  claimId: string,
  { since, version }: TakeBackDraftInput,
  now: Date,
): Promise<Result<{ claimId: string; version: number }>> {
  if ((await db().claim.count({ where: { id: claimId } })) === 0) return fail(notFound("claim"));
  const rows = await db().logEntry.findMany({
    where: { claimId, subjectKind: "verdict", subjectId: claimId, event: "verdict.written" },
    select: { actorId: true, payload: { select: { body: true } } },
  });
  const writes = rows.map(({ actorId, payload }): DraftWrite => {
    const { version: made, ...fields } = (payload?.body ?? {}) as Record<string, unknown>;
    const isKept = typeof made === "number";
    return { by: actorId, version: isKept ? made : 0, fields: isKept ? fields : null };
  });
  const was = draftAsOf(writes, { by: viewer.id, since, now: version });
  if (was === "others") return fail(changedSince);
  if (was === "unknown") return fail(unknown);
  const next = writes.find((write) => write.version === version + 1 && write.by === viewer.id);
  const isDone = next?.fields && Object.keys(changedFields(next.fields, was)).length === 0;
  if (isDone) return ok({ claimId, version: next.version });
  return writeVerdict(viewer, claimId, { ...was, version }, now);
}
