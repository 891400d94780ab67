import "server-only";
import { asNamedTo } from "../access/as-named-to.server";
import type { Viewer } from "../access/viewer";
import type { SavedBy } from "../core/both-sides";
import { db } from "../core/db.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { sayWithin } from "../core/zoned-time";
import { loadSettings } from "../settings/settings.server";

/** What somebody did, as the log keeps it: enough to take it back. */
export type OwnEntry = {
  id: string;
  event: string;
  subjectId: string;
  claimId: string | null;
  at: Date;
  /** What was changed, and in `was` how it was before. */
  body: Record<string, unknown>;
};

const gone: Failure = {
  kind: "not_found",
  code: "not-found",
  detail: "There is nothing of yours to take back here, or you may not see it.",
};

/** Whoever takes something back finds it otherwise than they left it: nothing is put back over somebody's change. */
export const changedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "Somebody changed it after that, so nothing was put back.",
};

/** The same where it is known who changed it, and when: a command's own refusal says so. */
export async function changedSinceBy(what: string, { extra = {} }: Failure): Promise<Failure> {
  const savedBy = extra.savedBy as SavedBy | undefined;
  if (!savedBy) return changedSince;
  const { site } = await loadSettings(db());
  const when = sayWithin(site.timeZone, new Date(savedBy.at), new Date());
  const who = savedBy.isOwn ? "You" : (savedBy.name ?? "Somebody who left");
  return {
    ...changedSince,
    detail: `${who} changed the ${what} ${when}, so nothing was put back.`,
    extra: { savedBy },
  };
}

/**
 * An entry of this person's own, about something that they may see. `not_found` for somebody else's, for what is hidden
 * from them by now, and for words that were erased.
 */
export async function ownEntry(viewer: Viewer, entryId: string): Promise<Result<OwnEntry>> {
  const row = await db().logEntry.findUnique({ where: { id: entryId }, include: { payload: true } });
  if (!row || row.actorId !== viewer.id || !row.payload?.body) return fail(gone);
  const { id, event, subjectId, claimId, at } = row;
  const named = await asNamedTo(viewer, { subjectId, claimId });
  if (named.subjectId !== subjectId || named.claimId !== claimId) return fail(gone);
  return ok({ id, event, subjectId, claimId, at, body: row.payload.body as Record<string, unknown> });
}

/** What an entry says that it changed, or (`was`) how that was before; empty where it does not say. */
export function partOf(entry: OwnEntry, name: "changes" | "was"): Record<string, unknown> {
  const part = entry.body[name];
  return typeof part === "object" && part !== null && !Array.isArray(part)
    ? (part as Record<string, unknown>)
    : {};
}
