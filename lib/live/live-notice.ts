/** What the database tells its processes: ids, never words. */
export type LiveNotice =
  | { kind: "changed"; claimId: string; entryId: string; actorId: string | null }
  | { kind: "here"; claimId: string }
  | { kind: "news"; userId: string };

/** What a browser is told. `missed`: something may have happened meanwhile, look again. */
export type LiveEvent =
  | { kind: "changed"; claimId: string; entryId: string; byMe: boolean }
  | { kind: "here"; claimId: string }
  | { kind: "news" }
  | { kind: "missed" };

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 100;

/** The notice in a payload; null for anything else, such as one of a later version of this program. */
export function readNotice(payload: string): LiveNotice | null {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(payload) as Record<string, unknown>;
  } catch {
    return null;
  }
  if (typeof given !== "object" || given === null) return null;
  const { kind, claimId, entryId, actorId, userId } = given;
  if (kind === "changed" && isText(claimId) && isText(entryId))
    return { kind, claimId, entryId, actorId: isText(actorId) ? actorId : null };
  if (kind === "here" && isText(claimId)) return { kind, claimId };
  if (kind === "news" && isText(userId)) return { kind, userId };
  return null;
}

/** What one person's browser is told of a notice; null when it is none of theirs. */
export function eventFor(notice: LiveNotice, viewerId: string): LiveEvent | null {
  if (notice.kind === "news") return notice.userId === viewerId ? { kind: "news" } : null;
  if (notice.kind === "here") return notice;
  const { kind, claimId, entryId, actorId } = notice;
  return { kind, claimId, entryId, byMe: actorId === viewerId };
}

/** One event of a stream as text (WHATWG HTML, 9.2.6). Only what changed a claim has an id to go on from. */
export function frameOf(event: LiveEvent): string {
  const id = event.kind === "changed" ? `id: ${event.entryId}\n` : "";
  return `${id}event: desk\ndata: ${JSON.stringify(event)}\n\n`;
}

/** How long a person waits to reconnect, and a line that keeps proxies from closing what is quiet. */
export const streamHead = "retry: 3000\n\n";
export const beatLine = ": beat\n\n";
