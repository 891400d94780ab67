import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { watchedEvents } from "./kinds";
import { tell, watchersOf } from "./tell.server";

/** Tells whoever watches a claim that something happened on it which is worth a word; most events are not. */
export async function tellWatchers(
  tx: Tx,
  actor: Actor | null,
  entry: { id: string; event: string; subject: { kind: string; id: string }; claimId?: string | null },
  now: Date,
): Promise<void> {
  const words = watchedEvents[entry.event];
  if (!words || !entry.claimId) return;
  const people = await watchersOf(tx, entry.claimId, actor?.id ?? null);
  if (people.length === 0) return;
  const text = `${actor?.name ?? "Countersign"} ${words}.`;
  // Whoever a comment names was told of it already.
  const { kind, id } = entry.subject;
  const onceKey = kind === "comment" ? `comment:${id}` : `log:${entry.id}`;
  await tell(tx, people, { kind: "claim", text, claimId: entry.claimId, onceKey }, now);
}
