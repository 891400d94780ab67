import "server-only";
import type { Viewer } from "../access/viewer";
import { countTry } from "../accounts/client-key.server";
import { refreshClaimFigures } from "../figures/refresh-claim-figures.server";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import type { DecideTipInput, SubmitTipInput } from "./schema";

const tipTries = { each: 5, all: 300, windowSeconds: 600 };

/**
 * Takes in a reader's tip: five in ten minutes a client. `clientKey` tells clients apart for counting and is kept only
 * as a hash; null when nothing does. What the reader wrote stays in the tip, not in the log.
 */
export async function submitTip(
  input: SubmitTipInput,
  clientKey: string | null,
  now: Date,
): Promise<Result<{ id: string }>> {
  const allowed = await countTry("tip", clientKey, tipTries, now);
  if (!allowed.ok) return allowed;
  return runCommand(async (tx) => {
    const id = newId();
    await tx.tip.create({
      data: {
        id,
        text: input.text.trim(),
        url: input.url ?? null,
        contact: input.contact?.trim() || null,
        createdAt: now,
      },
    });
    await recordEvent(tx, null, now, { event: "tip.received", subject: { kind: "tip", id }, to: "new" });
    return { id };
  });
}

/** Decides about a tip once: `choose` makes a claim of it in the same transaction. Losers of a race learn who won. */
export async function decideTip(
  viewer: Viewer,
  tipId: string,
  input: DecideTipInput,
  now: Date,
): Promise<Result<{ tipId: string; claimId: string | null }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tip WHERE id = ${tipId} FOR UPDATE`;
    const tip = (await tx.tip.findUnique({ where: { id: tipId } })) ?? refuse(notFound("tip"));
    if (tip.state !== "new") await refuseDecided(tx, tip);
    const claimId =
      input.decision === "choose"
        ? await claimOf(tx, viewer, input.text ?? tip.text, input.reason, now)
        : null;
    const state = claimId ? "chosen" : "declined";
    await tx.tip.update({
      where: { id: tipId },
      data: { state, reason: input.reason ?? null, claimId, decidedById: viewer.id, decidedAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: `tip.${state}`,
      subject: { kind: "tip", id: tipId },
      claimId,
      from: "new",
      to: state,
      body: { reason: input.reason ?? null },
    });
    return { tipId, claimId };
  });
}

async function refuseDecided(
  tx: Tx,
  tip: { state: string; claimId: string | null; decidedById: string | null },
): Promise<never> {
  const winner = tip.decidedById
    ? await tx.user.findUnique({ where: { id: tip.decidedById }, select: { id: true, name: true } })
    : null;
  return refuse({
    kind: "conflict",
    code: "already-decided",
    detail: `${winner?.name ?? "Someone"} decided already: the tip was ${tip.state}.`,
    extra: { winner, claimId: tip.claimId },
  });
}

/** A new claim in the tip's words. Written here and not by its own command, so that tip and claim change together. */
async function claimOf(
  tx: Tx,
  viewer: Viewer,
  words: string,
  why: string | undefined,
  now: Date,
): Promise<string> {
  const id = newId();
  const text = words.trim();
  await tx.claim.create({
    data: { id, text, topics: [], why: why ?? null, createdById: viewer.id, createdAt: now, updatedAt: now },
  });
  await refreshClaimFigures(tx, id, text);
  await recordEvent(tx, viewer, now, {
    event: "claim.created",
    subject: { kind: "claim", id },
    claimId: id,
    to: "new",
    body: { text },
  });
  return id;
}
