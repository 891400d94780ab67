import "server-only";
import type { Viewer } from "../access/viewer";
import { countTry } from "../accounts/client-key.server";
import { declineReasonOf } from "../claims/decline-reason";
import { refreshClaimFigures } from "../figures/refresh-claim-figures.server";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { refuseDecided } from "./refuse-decided.server";
import type { DecideTipInput, SubmitTipInput } from "./schema";
import { tellsContact } from "./tells-contact";

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

/**
 * Decides about a tip once: `choose` makes a claim of it in the same transaction, `decline` keeps why in the selection
 * ledger. Losers of a race learn who won. The log is told neither the reader's words nor how to reach them.
 */
export async function decideTip(
  viewer: Viewer,
  tipId: string,
  input: DecideTipInput,
  now: Date,
): Promise<Result<{ tipId: string; claimId: string | null }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tip WHERE id = ${tipId} FOR UPDATE`;
    const tip = (await tx.tip.findUnique({ where: { id: tipId } })) ?? refuse(notFound("tip"));
    if (tip.state !== "new")
      await refuseDecided(tx, tip, (name) => `${name} decided already: the tip was ${tip.state}.`);
    const isChosen = input.decision === "choose";
    const why = isChosen ? { reason: input.reason ?? null, note: null } : declineReasonOf(input);
    const claimId = isChosen
      ? await claimOf(tx, viewer, { tip, words: input.text ?? tip.text, why: input.reason }, now)
      : null;
    const state = isChosen ? "chosen" : "declined";
    const sameAs = isChosen ? null : await knownClaim(tx, input.claimId);
    await tx.tip.update({
      where: { id: tipId },
      data: { state, ...why, claimId: claimId ?? sameAs, decidedById: viewer.id, decidedAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: `tip.${state}`,
      subject: { kind: "tip", id: tipId },
      claimId,
      from: "new",
      to: state,
      body: { reason: isChosen ? null : why.reason },
    });
    return { tipId, claimId };
  });
}

async function knownClaim(tx: Tx, claimId: string | undefined): Promise<string | null> {
  if (claimId === undefined) return null;
  const found = await tx.claim.findUnique({ where: { id: claimId }, select: { id: true } });
  return found?.id ?? refuse(notFound("claim"));
}

type Chosen = { tip: { text: string; contact: string | null }; words: string; why: string | undefined };

/** A new claim of the tip. Written here and not by its own command, so that tip and claim change together. */
async function claimOf(tx: Tx, viewer: Viewer, { tip, words, why }: Chosen, now: Date): Promise<string> {
  const id = newId();
  const text = words.trim();
  if (tip.contact && tellsContact(`${text}\n${why ?? ""}`, tip.contact)) {
    const message = "This says how to reach the reader, which stays between them and you. Take it out.";
    const issues = [{ code: "contact-in-claim", field: "text", message }];
    refuse({ kind: "invalid", code: "contact-in-claim", detail: message, issues });
  }
  await tx.claim.create({
    data: { id, text, topics: [], why: why ?? null, createdById: viewer.id, createdAt: now, updatedAt: now },
  });
  await refreshClaimFigures(tx, id, text);
  await recordEvent(tx, viewer, now, {
    event: "claim.created",
    subject: { kind: "claim", id },
    claimId: id,
    to: "new",
    // The reader's own words stay in the tip, from which they can be taken out; the log keeps the desk's.
    body: text === tip.text ? {} : { text },
  });
  return id;
}
