import "server-only";
import type { Viewer } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import type { SavedBy } from "../core/both-sides";
import { db } from "../core/db.server";
import { fail, ok, type Result } from "../core/result";
import { sayWithin } from "../core/zoned-time";
import { loadSettings } from "../settings/settings.server";

type Written = Result<{ claimId: string; version: number }>;

/**
 * What the desk's editor is told of a draft that was written over an older version than the stored one. Two versions that
 * say the same are settled: the answer is the stored version. Otherwise the refusal says who saved since, and when
 * (`extra.savedBy`), or that it was this very person: in another tab, or with a page that was lost before the answer came.
 */
export async function settleDraft(
  viewer: Viewer,
  { claimId, version }: { claimId: string; version: number },
  written: Written,
): Promise<Written> {
  if (written.ok || written.error.code !== "stale") return written;
  const { extra = {} } = written.error;
  if ((extra.conflict as unknown[]).length === 0) return ok({ claimId, version: Number(extra.version) });
  const savedBy = await savedSince(viewer, claimId, version);
  if (!savedBy) return written;
  const { site } = await loadSettings(db());
  const when = sayWithin(site.timeZone, new Date(savedBy.at), new Date());
  const news = savedBy.isOwn
    ? `You saved this draft ${when}, after this page read it.`
    : `${savedBy.name ?? "Someone"} changed this verdict ${when}, after you read it.`;
  const detail = `${news} Both versions are below; choose, then save again.`;
  return fail({ ...written.error, detail, extra: { ...extra, savedBy } });
}

/** Who wrote to the draft last, after a version; `isOwn` when nobody else did. Null when the log no longer says. */
async function savedSince(viewer: Viewer, claimId: string, version: number): Promise<SavedBy | null> {
  const rows = await db().$queryRaw<{ actorId: string | null; at: Date }[]>`
    SELECT l."actorId", l.at FROM log_entry l JOIN log_payload p ON p."entryId" = l.id
    WHERE l."claimId" = ${claimId} AND l.event = 'verdict.written'
      AND jsonb_typeof(p.body -> 'version') = 'number' AND (p.body ->> 'version')::int > ${version}
    ORDER BY l.id DESC`;
  const last = rows.find(({ actorId }) => actorId !== viewer.id) ?? rows[0];
  if (!last) return null;
  const isOwn = last.actorId === viewer.id;
  const name = (await namesOf([last.actorId])).get(last.actorId ?? "") ?? null;
  return { name, at: last.at.toISOString(), isOwn, claimId };
}
