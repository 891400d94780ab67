/** What somebody may be writing at: a claim's own words, its draft, or a piece of evidence. */
export const lockKinds = ["claim", "verdict", "evidence"] as const;
export type LockKind = (typeof lockKinds)[number];
export type LockSubject = { kind: LockKind; id: string };
/** One tab of one person's browser. */
export type Writer = { userId: string; tabId: string };
export type WritingLock = Writer & { takenAt: Date; expiresAt: Date };

/** Whoever has written nothing for this long is no longer writing. */
export const lockMs = 120_000;

/** What a lock is held on, as one text: `verdict:01J…`. */
export const subjectKey = ({ kind, id }: LockSubject) => `${kind}:${id}`;

/**
 * The lock after somebody began or went on writing, or wants to take over. Who holds one keeps it until it runs out or is
 * taken over, and then writes on as before: a lock is advice, the version check is the guard.
 */
export function nextLock(
  held: WritingLock | null,
  writer: Writer,
  takesOver: boolean,
  now: Date,
): WritingLock {
  const expiresAt = new Date(now.getTime() + lockMs);
  const isMine = held?.userId === writer.userId && held.tabId === writer.tabId;
  const isFree = !held || held.expiresAt <= now;
  if (isMine && !isFree) return { ...held, expiresAt };
  return isFree || takesOver ? { ...writer, takenAt: now, expiresAt } : held;
}
