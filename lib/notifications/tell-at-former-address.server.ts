import "server-only";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { enqueue } from "../jobs/queue.server";
import { urgentSlot } from "./digest-mail";

/**
 * Tells somebody what was done to their own account by a mail to the address that was theirs until now, at once: whoever reads
 * it there would hear nothing otherwise. At the bell they are told by `tellOfAccount`.
 */
export async function tellAtFormerAddress(
  tx: Tx,
  { id: userId, address }: { id: string; address: string },
  text: string,
  now: Date,
): Promise<void> {
  const digestId = newId();
  await tx.digest.create({ data: { id: digestId, userId, address, slot: urgentSlot(now), createdAt: now } });
  const id = newId();
  const ways = { inApp: false, byMail: true, digestId };
  await tx.notification.create({
    data: { id, userId, kind: "account", text, onceKey: `account:${id}`, ...ways, createdAt: now },
  });
  await enqueue(tx, "send-digest", { digestId });
}
