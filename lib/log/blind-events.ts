/**
 * Events whose words a blind reviewer is not told: what others answered. Which of two quotes is right is an answer, and why
 * somebody returned the claim, or called it ready, may say theirs.
 */
const blind =
  /^(?:(?:review|verdict|comment|legal-read)\.|disagreement\.(?:resolved|dismissed|undone)$|claim\.(?:returned|called-ready)$)/;

/** Whether an event is told to a blind reviewer without its words. */
export function isBlindEvent(event: string): boolean {
  return blind.test(event);
}
