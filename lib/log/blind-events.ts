/** Events whose words a blind reviewer is not told: what others answered, and which of two quotes is right, is an answer. */
const blind = /^(?:(?:review|verdict|comment|legal-read)\.|disagreement\.(?:resolved|dismissed|undone)$)/;

/** Whether an event is told to a blind reviewer without its words. */
export function isBlindEvent(event: string): boolean {
  return blind.test(event);
}
