/** Whether silence is noted of somebody who was given no time to answer by: it counts, and is worth a word before signing. */
export function isSilenceWithoutDeadline(request: { outcome: string; deadlineAt: string | null }): boolean {
  return request.outcome === "no-reply" && request.deadlineAt === null;
}

/**
 * What came of a request at an instant (`at`, ISO 8601): whoever was still waited for when the deadline passed has not
 * replied by it, and nobody has before it passed. `outcome` is one of `replyOutcomes`; of records signed earlier it may be
 * any word, which is given back.
 */
export function replyStanding(request: { outcome: string; deadlineAt: string | null }, at: string): string {
  const { outcome, deadlineAt } = request;
  const isOver = deadlineAt !== null && Date.parse(deadlineAt) <= Date.parse(at);
  return isOver && (outcome === "waiting" || outcome === "no-reply") ? "no-reply-by" : outcome;
}
