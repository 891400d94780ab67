import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { isAsRead } from "../../core/as-read";
import { changedFields } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { changedSince } from "../../undo/own-entry.server";
import type { AttestOriginInput } from "../schema";
import { reopenClaims } from "./reopen-claims";

/** Whoever typed a reason is given it back: the page may have no field for it any more. */
const attestedSince = (reason: string | null): Failure => ({
  kind: "conflict",
  code: "stale",
  detail: `An editor attested something else meanwhile, and that stays. Look at it first.${reason === null ? "" : ` You had written: ${reason}`}`,
});

/** An editor's word that an unnamed source is a separate one, as it is kept; nulls where nobody gave it. */
export type Attestation = {
  attestedById: string | null;
  attestedReason: string | null;
  attestedAt: Date | null;
};

const none: Attestation = { attestedById: null, attestedReason: null, attestedAt: null };

/**
 * Notes an editor's word that an unnamed source which only a relay knows is a separate one, with the reason; `null` takes
 * it back. It changes counts that are printed, so whoever attests is an author of each claim that leads there, and it is an
 * entry of each. `entryId` is the log's entry of it, null when nothing changed. 409 `stale` when something else is attested
 * than the input `expected`.
 */
export async function attestOrigin(
  viewer: Viewer,
  originId: string,
  { reason, expected }: AttestOriginInput,
  now: Date,
): Promise<Result<{ originId: string; entryId: string | null }>> {
  const word =
    reason === null ? none : { attestedById: viewer.id, attestedReason: reason.trim(), attestedAt: now };
  return saveAttestation(viewer, originId, word, now, { expected });
}

/** As the log has it: times are ISO 8601. */
export type KeptAttestation = Omit<Attestation, "attestedAt"> & { attestedAt: string | null };

const asKept = ({ attestedAt, ...word }: Attestation): KeptAttestation => ({
  ...word,
  attestedAt: attestedAt?.toISOString() ?? null,
});

/** What has to stand before a change: all of a word that is taken back, or the reason that a form read. */
type Standing = { undoes?: Attestation; expected?: AttestOriginInput["expected"] };

/** The same with the word as it is to stand. 409 `stale` when another one stands than what is given of `standing`. */
export async function saveAttestation(
  viewer: Viewer,
  originId: string,
  word: Attestation,
  now: Date,
  { undoes, expected }: Standing = {},
): Promise<Result<{ originId: string; entryId: string | null }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM origin WHERE id = ${originId} FOR UPDATE`;
    const origin =
      (await tx.origin.findUnique({
        where: { id: originId },
        include: { attributions: { select: { fromArticleId: true }, orderBy: { id: "asc" } } },
      })) ?? refuse(notFound("origin"));
    if (origin.naming !== "unnamed-known-to-relay")
      refuse({
        kind: "invalid",
        code: "not-unnamed",
        detail: "Only an unnamed source that a relay alone knows needs this; the others count by themselves.",
      });
    const { attestedById, attestedReason, attestedAt } = origin;
    const was = { attestedById, attestedReason, attestedAt };
    // Who says the same again says nothing new.
    if (word.attestedById === attestedById && word.attestedReason === attestedReason)
      return { originId, entryId: null };
    if (!isAsRead(expected, { reason: attestedReason })) refuse(attestedSince(word.attestedReason));
    if (undoes && Object.keys(changedFields(undoes, was)).length > 0) refuse(changedSince);
    await refuseLeaver(tx, viewer, word.attestedById);
    await tx.origin.update({ where: { id: originId }, data: word });
    const articleIds = [...new Set(origin.attributions.map(({ fromArticleId }) => fromArticleId))];
    for (const articleId of articleIds) {
      await noteArticleAuthor(tx, viewer, articleId, "origin", originId, now);
      await reopenClaims(tx, viewer, articleId, now);
    }
    const reason = word.attestedReason;
    const entryId = await recordEvent(tx, viewer, now, {
      event: reason === null ? "origin.attestation-withdrawn" : "origin.attested",
      subject: { kind: "origin", id: originId },
      articleIds,
      body: { reason, changes: asKept(word), was: asKept(was) },
    });
    return { originId, entryId };
  });
}

/** An attestation that was taken back is another editor's word still: nobody puts it back for who is no editor here now. */
async function refuseLeaver(tx: Tx, viewer: Viewer, attestedById: string | null): Promise<void> {
  if (attestedById === null || attestedById === viewer.id) return;
  const where = { id: attestedById, role: "editor", deactivatedAt: null };
  if ((await tx.user.count({ where })) > 0) return;
  refuse({
    kind: "invalid",
    code: "no-editor",
    detail:
      "Whoever attested it is no editor here any more, so nothing was put back. If you know it too, attest it yourself.",
  });
}
