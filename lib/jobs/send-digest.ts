import "server-only";
import { sightOf } from "../accounts/sight-of.server";
import { db } from "../core/db.server";
import { env } from "../core/env.server";
import { digestMail } from "../notifications/digest-mail";
import { newsSeen } from "../notifications/queries";
import { sendMail } from "../notifications/send-mail.server";
import { settledNews } from "../notifications/settled.server";

/** Tries in all; the queue's own limit is the same. */
export const mostTries = 5;

/**
 * Sends one mail, once: it is made, then taken, then handed over, so that a fault in making it leaves it waiting and what
 * may have been handed over is never sent again. Throws when the mail server certainly refused it, so that the queue tries
 * later. What was read or settled meanwhile is left out.
 */
export async function sendDigest(job: { digestId: string }, now: Date): Promise<void> {
  const digest = await db().digest.findUnique({ where: { id: job.digestId } });
  if (digest?.state !== "waiting") return;
  const attempts = digest.attempts + 1;
  const mail = await mailOf(digest);
  const { count } = await db().digest.updateMany({
    where: { id: digest.id, state: "waiting", attempts: digest.attempts },
    data: mail ? { state: "sending", attempts } : { state: "dropped" },
  });
  if (count === 0 || !mail) return;
  const handed = await sendMail(mail);
  if (handed.outcome === "sent") return keep(digest.id, { state: "sent", sentAt: now });
  if (handed.outcome === "uncertain") return keep(digest.id, { state: "uncertain", problem: handed.problem });
  const isOver = attempts >= mostTries;
  await keep(digest.id, { state: isOver ? "failed" : "waiting", problem: handed.problem });
  if (!isOver) throw new Error(`mail ${digest.id}: ${handed.problem}`);
}

async function keep(id: string, data: { state: string; sentAt?: Date; problem?: string }): Promise<void> {
  await db().digest.update({ where: { id }, data });
}

async function mailOf(digest: { id: string; userId: string; address: string | null }) {
  // Whoever had the address before is told of the change whatever becomes of the account.
  const still = digest.address === null ? { deactivatedAt: null } : {};
  const person = await db().user.findFirst({ where: { id: digest.userId, ...still } });
  if (!person) return null;
  const seen = await newsSeen(await sightOf(person));
  const unread = await db().notification.findMany({
    where: { ...seen, digestId: digest.id, readAt: null },
    orderBy: { id: "asc" },
  });
  const settled = await settledNews(person, unread);
  const news = unread.filter(({ onceKey }) => !settled.has(onceKey ?? ""));
  const claims = await db().claim.findMany({
    where: { id: { in: news.flatMap(({ claimId }) => claimId ?? []) } },
    select: { id: true, text: true },
  });
  const items = news.map(({ kind, text, claimId, createdAt }) => ({
    kind,
    text,
    claim: claims.find(({ id }) => id === claimId) ?? null,
    at: createdAt.toISOString(),
  }));
  const made = digestMail(person, items, env().publicUrl);
  return (
    made && { id: digest.id, to: { name: person.name, address: digest.address ?? person.email }, ...made }
  );
}
