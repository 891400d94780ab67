import "server-only";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { expungeSchema } from "./schema";

export type Expunged = { captureId: string; state: "waiting" | "expunged" };

/** Two people take bytes and text out of a capture: an admin asks with a reason, an editor confirms. Hash and log stay. */
export async function expungeCapture(
  viewer: Viewer,
  captureId: string,
  input: z.output<typeof expungeSchema>,
  now: Date,
): Promise<Result<Expunged>> {
  return runCommand(async (tx) => {
    const capture =
      (await tx.capture.findUnique({ where: { id: captureId }, select: { id: true, expungedAt: true } })) ??
      refuse(notFound("capture"));
    if (capture.expungedAt)
      refuse({ kind: "conflict", code: "already-expunged", detail: "This capture was expunged already." });
    const open = await tx.expungeRequest.findFirst({
      where: { captureId, confirmedAt: null },
      orderBy: { requestedAt: "desc" },
    });
    if (viewer.role === "admin") {
      if (!open)
        await tx.expungeRequest.create({
          data: { id: newId(), captureId, reason: input.reason, requestedById: viewer.id, requestedAt: now },
        });
      await recordEvent(tx, viewer, now, {
        event: "capture.expunge-asked",
        subject: { kind: "capture", id: captureId },
        body: { reason: input.reason },
      });
      return { captureId, state: "waiting" as const };
    }
    if (!open)
      refuse({
        kind: "invalid",
        code: "not-asked",
        detail: "An admin must ask first, with the reason; then an editor confirms.",
      });
    await tx.expungeRequest.update({
      where: { id: open.id },
      data: { confirmedById: viewer.id, confirmedAt: now },
    });
    await tx.$executeRaw`SELECT expunge_capture(${captureId})`;
    // A reply's words stand beside its request too.
    await tx.replyRequest.updateMany({ where: { captureId }, data: { reply: null } });
    // What is kept for a retried request holds words too: a retry is then answered from what there is.
    await tx.$executeRaw`
      UPDATE idempotency_key SET response = NULL, status = NULL,
        result = CASE WHEN jsonb_exists(result, 'drift') THEN result || '{"drift": []}' ELSE result END
      WHERE position(${captureId} IN response ->> 'text') > 0 OR (jsonb_exists(result, 'drift')
        AND result ->> 'articleId' = (SELECT "articleId" FROM capture WHERE id = ${captureId}))`;
    await recordEvent(tx, viewer, now, {
      event: "capture.expunged",
      subject: { kind: "capture", id: captureId },
      body: { reason: open.reason },
    });
    return { captureId, state: "expunged" as const };
  });
}
