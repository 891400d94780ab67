import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { watchedEvents } from "./kinds";
import { signersOf, tell, watchersOf } from "./tell.server";

/**
 * Tells whoever watches a claim that something happened on it which is worth a word; most events are not. That it was called
 * ready is told to those who can sign it, watching or not, as what waits for their signature.
 */
export async function tellWatchers(
  tx: Tx,
  actor: Actor | null,
  entry: { id: string; event: string; subject: { kind: string; id: string }; claimId?: string | null },
  now: Date,
): Promise<void> {
  const words = watchedEvents[entry.event];
  if (!words || !entry.claimId) return;
  const { claimId } = entry;
  const who = actor?.name ?? "Countersign";
  // Whoever a comment names was told of it already, and who can sign a claim is told so first: each is told once.
  const { kind, id } = entry.subject;
  const onceKey = kind === "comment" ? `comment:${id}` : `log:${entry.id}`;
  if (entry.event === "claim.called-ready") {
    const signers = await signersOf(tx, claimId, actor?.id ?? null);
    const text = `${who} ${words}. It waits for your signature.`;
    await tell(tx, signers, { kind: "to-sign", text, claimId, onceKey }, now);
  }
  const people = await watchersOf(tx, claimId, actor?.id ?? null);
  await tell(tx, people, { kind: "claim", text: `${who} ${words}.`, claimId, onceKey }, now);
}
