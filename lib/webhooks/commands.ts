import "server-only";
import { randomBytes } from "node:crypto";
import type { Viewer } from "../access/viewer";
import { lockAdmins } from "../accounts/acting-admin.server";
import { confirmIdentity } from "../accounts/step-up.server";
import { newId } from "../core/new-id.server";
import { fail, notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { enqueue } from "../jobs/queue.server";
import { recordEvent } from "../log/record.server";
import { checkWebhookUrl } from "./post-webhook.server";
import type { AddWebhookInput } from "./schema";
import { sealSecret } from "./seal-secret.server";
import { webhookSecret } from "./signature";

type WithSecret = { webhookId: string; secret: string };

/** Adds a webhook and returns its secret, the only time it is seen. It takes the password again. */
export async function addWebhook(
  viewer: Viewer,
  input: AddWebhookInput,
  now: Date,
): Promise<Result<WithSecret>> {
  const url = checkWebhookUrl(input.url);
  if (!url.ok) {
    const { code, detail } = url.error;
    return fail({ ...url.error, issues: [{ code, field: "url", message: detail }] });
  }
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const secret = webhookSecret(randomBytes(32));
  const events = [...new Set(input.events)];
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const id = newId();
    await tx.webhook.create({
      data: {
        id,
        url: url.value.href,
        events,
        sealedSecret: sealSecret(secret),
        secretMadeAt: now,
        createdById: viewer.id,
        createdAt: now,
      },
    });
    await recordEvent(tx, viewer, now, {
      event: "webhook.added",
      subject: { kind: "webhook", id },
      body: { host: url.value.host, events },
    });
    return { webhookId: id, secret };
  });
}

/** Gives a webhook another secret and returns it; from now on messages are signed with it alone. */
export async function rotateWebhookSecret(
  viewer: Viewer,
  input: { webhookId: string; password?: string | undefined; code?: string | undefined },
  now: Date,
): Promise<Result<WithSecret>> {
  const confirmed = await confirmIdentity(viewer, input, now);
  if (!confirmed.ok) return confirmed;
  const secret = webhookSecret(randomBytes(32));
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const { count } = await tx.webhook.updateMany({
      where: { id: input.webhookId, removedAt: null },
      data: { sealedSecret: sealSecret(secret), secretMadeAt: now },
    });
    if (count === 0) refuse(notFound("webhook"));
    await recordEvent(tx, viewer, now, {
      event: "webhook.secret-changed",
      subject: { kind: "webhook", id: input.webhookId },
    });
    return { webhookId: input.webhookId, secret };
  });
}

/** Removes a webhook: it is told nothing more, and what is still waiting for it is given up. */
export async function removeWebhook(
  viewer: Viewer,
  input: { webhookId: string },
  now: Date,
): Promise<Result<{ webhookId: string }>> {
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const { count } = await tx.webhook.updateMany({
      where: { id: input.webhookId, removedAt: null },
      data: { removedAt: now },
    });
    if (count === 0) refuse(notFound("webhook"));
    await recordEvent(tx, viewer, now, {
      event: "webhook.removed",
      subject: { kind: "webhook", id: input.webhookId },
    });
    return input;
  });
}

/** Sends a delivery again under its own id, whether it arrived or was given up; one that is still tried is left alone. */
export async function sendAgain(
  viewer: Viewer,
  input: { deliveryId: string },
  now: Date,
): Promise<Result<{ deliveryId: string }>> {
  return runCommand(async (tx) => {
    await lockAdmins(tx, viewer);
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: input.deliveryId, status: { not: "pending" }, webhook: { removedAt: null } },
      data: { status: "pending", attempts: 0 },
    });
    if (count === 0) {
      const detail = "This is being sent already, or its webhook was removed.";
      refuse({ kind: "conflict", code: "not-to-be-sent", detail });
    }
    await enqueue(tx, "deliver-webhook", { deliveryId: input.deliveryId });
    await recordEvent(tx, viewer, now, {
      event: "webhook.sent-again",
      subject: { kind: "webhook-delivery", id: input.deliveryId },
    });
    return input;
  });
}
