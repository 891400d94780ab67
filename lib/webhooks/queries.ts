import "server-only";
import { db } from "../core/db.server";

const deliveriesShown = 50;

/** The webhooks there are, oldest first, without their secrets. */
export async function listWebhooks() {
  const rows = await db().webhook.findMany({
    where: { removedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true, url: true, events: true, createdAt: true, secretMadeAt: true },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    secretMadeAt: row.secretMadeAt.toISOString(),
  }));
}

/** What was or is being told, newest first; the newest fifty. */
export async function listDeliveries() {
  const rows = await db().webhookDelivery.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: deliveriesShown,
    include: { webhook: { select: { url: true, removedAt: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    event: row.event,
    slug: (JSON.parse(row.body) as { data: { slug: string } }).data.slug,
    host: new URL(row.webhook.url).host,
    status: row.status as "pending" | "delivered" | "failed",
    attempts: row.attempts,
    lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastProblem: row.lastProblem,
    createdAt: row.createdAt.toISOString(),
    maySendAgain: row.status !== "pending" && row.webhook.removedAt === null,
  }));
}
