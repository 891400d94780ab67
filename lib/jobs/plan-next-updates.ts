import "server-only";
import { runCommand } from "../core/run-command.server";
import { editorsOnDuty, tell, watchersOf } from "../notifications/tell.server";
import { nextUpdateNews } from "../publications/next-update";
import { loadSettings } from "../settings/settings.server";

/** First findings are a matter of hours or days; what is older is no news. */
const freshMs = 31 * 24 * 3_600_000;

type Row = { claimId: string; editorId: string; publishedAt: Date; dueAt: string | null };

/**
 * One run: tells whoever signed first findings, and those who watch the claim, that the update they promise is near, and
 * again, with every editor, that its time has passed, each once. The promise is that of the version that stands, whatever a correction under way
 * says. Answers how many promises were looked at.
 */
export async function planNextUpdates(now: Date): Promise<number> {
  const planned = await runCommand(async (tx) => {
    const since = new Date(now.getTime() - freshMs);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT p."claimId", s."editorId", p."publishedAt", (p."recordText"::jsonb) #>> '{provisional,nextUpdateAt}' AS "dueAt"
      FROM publication p JOIN claim c ON c.id = p."claimId" JOIN sign_off s ON s.id = p."signOffId"
      WHERE p."publishedAt" > ${since} AND p.kind = 'publication'
        -- Only a correction says something else than the version that stands, whose record is not read for nothing.
        AND (c.provisional OR EXISTS (SELECT 1 FROM correction k WHERE k."claimId" = c.id AND k."closedAt" IS NULL))
        AND NOT EXISTS (SELECT 1 FROM publication later WHERE later."claimId" = p."claimId" AND later.version > p.version)`;
    const { timeZone } = (await loadSettings(tx)).site;
    for (const { claimId, editorId, publishedAt, dueAt } of rows) {
      const due = dueAt && new Date(dueAt);
      const news = due && nextUpdateNews({ claimId, publishedAt, dueAt: due }, now, timeZone);
      if (!news) continue;
      const onDuty = due <= now ? await editorsOnDuty(tx, claimId) : [];
      const people = new Set([editorId, ...(await watchersOf(tx, claimId, null)), ...onDuty]);
      await tell(tx, [...people].sort(), { ...news, claimId }, now);
    }
    return rows.length;
  });
  if (!planned.ok) throw new Error(planned.error.detail);
  return planned.value;
}
