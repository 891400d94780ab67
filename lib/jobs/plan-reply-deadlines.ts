import "server-only";
import { runCommand } from "../core/run-command.server";
import { tell, watchersOf } from "../notifications/tell.server";
import { deadlineNews } from "../replies/deadlines";
import { loadSettings } from "../settings/settings.server";

/** What is longer overdue stands at the gate of its claim; it is no news. */
const freshMs = 7 * 24 * 3_600_000;
const aheadMs = 24 * 3_600_000;

/**
 * One run: tells whoever asked for a reply that its deadline is near, and again that it has passed, each once; when they
 * left, whoever has the claim. What is due stands in the database, so that nothing is lost when a process ends. Answers
 * how many requests were looked at.
 */
export async function planReplyDeadlines(now: Date): Promise<number> {
  const planned = await runCommand(async (tx) => {
    const waiting = await tx.replyRequest.findMany({
      where: {
        outcome: "waiting",
        withdrawnAt: null,
        deadlineAt: { gt: new Date(now.getTime() - freshMs), lte: new Date(now.getTime() + aheadMs) },
        claim: { state: { notIn: ["declined", "retracted"] } },
      },
      select: { id: true, claimId: true, asked: true, askedAt: true, deadlineAt: true, createdById: true },
      orderBy: { deadlineAt: "asc" },
    });
    const { timeZone } = (await loadSettings(tx)).site;
    for (const request of waiting) {
      const news = deadlineNews({ ...request, deadlineAt: request.deadlineAt! }, now, timeZone);
      if (!news) continue;
      const asker = await tx.user.findFirst({
        where: { id: request.createdById, deactivatedAt: null },
        select: { id: true },
      });
      const people = asker ? [asker.id] : await watchersOf(tx, request.claimId, null);
      await tell(tx, people, { ...news, claimId: request.claimId }, now);
    }
    return waiting.length;
  });
  if (!planned.ok) throw new Error(planned.error.detail);
  return planned.value;
}
