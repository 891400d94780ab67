/**
 * What came of a request at an instant (`at`, ISO 8601): whoever was still waited for when the deadline passed has not
 * replied by it. `outcome` is one of `replyOutcomes`; of records signed earlier it may be any word, which is given back.
 */
export function replyStanding(request: { outcome: string; deadlineAt: string | null }, at: string): string {
  const { outcome, deadlineAt } = request;
  if (deadlineAt === null) return outcome;
  if (outcome === "no-reply") return "no-reply-by";
  const isOver = Date.parse(deadlineAt) <= Date.parse(at);
  return outcome === "waiting" && isOver ? "no-reply-by" : outcome;
}
