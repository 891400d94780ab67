import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { sayInZone } from "../core/zoned-time";
import { recordEvent } from "../log/record.server";
import { editorsOnDuty, tell, watchersOf } from "../notifications/tell.server";
import { loadSettings } from "../settings/settings.server";
import { endWords, type EndCode } from "./ends";

/**
 * Ends what waits for its time on these claims, with the reason; says so to whoever signed it, to whoever ended it, to
 * those who watch the claim and to the editors, one of whom is on duty when its time comes. `detail` is for people from whom
 * nothing of the claim is hidden. The claims are locked by the caller.
 */
export async function cancelSchedules(
  tx: Tx,
  actor: Actor | null,
  claimIds: readonly string[],
  code: EndCode,
  now: Date,
  detail?: string,
): Promise<void> {
  if (claimIds.length === 0) return;
  const words = endWords(code, actor?.name ?? null);
  const ended = await tx.schedule.updateManyAndReturn({
    where: { claimId: { in: [...claimIds] }, state: "waiting" },
    data: {
      state: "cancelled",
      endedAt: now,
      endedById: actor?.id ?? null,
      endCode: code,
      endDetail: detail ?? words,
    },
    select: { id: true, claimId: true, editorId: true, publishAt: true },
  });
  if (ended.length === 0) return;
  const { timeZone } = (await loadSettings(tx)).site;
  for (const { id, claimId, editorId, publishAt } of ended) {
    await recordEvent(tx, actor, now, {
      event: "schedule.cancelled",
      subject: { kind: "schedule", id },
      claimId,
      body: { reason: words, code, publishAt: publishAt.toISOString(), ...(detail ? { detail } : {}) },
      isTold: true,
    });
    const others = [...(await watchersOf(tx, claimId, null)), ...(await editorsOnDuty(tx, claimId))];
    const people = new Set([editorId, ...others]);
    people.delete(actor?.id ?? "");
    const news = (why: string) => ({
      kind: "schedule",
      text: `It will not be published on ${sayInZone(timeZone, publishAt)}, as signed. ${why}`,
      claimId,
      onceKey: `schedule:${id}:end`,
    });
    await tell(tx, [...people].sort(), news(words), now);
    if (actor) await tell(tx, [actor.id], news(endWords(code, "You")), now);
  }
}
