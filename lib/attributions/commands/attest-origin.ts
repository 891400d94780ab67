import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { isAsRead } from "../../core/as-read";
import { notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { AttestOriginInput } from "../schema";
import { reopenClaims } from "./reopen-claims";

const attestedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "An editor attested something else meanwhile, and that stays. Look at it first.",
};

/**
 * Notes an editor's word that an unnamed source which only a relay knows is a separate one, with the reason; `null` takes
 * it back. It changes counts that are printed, so whoever attests is an author of each claim that leads there. 409 `stale`
 * when something else is attested than the input `expected`.
 */
export async function attestOrigin(
  viewer: Viewer,
  originId: string,
  input: AttestOriginInput,
  now: Date,
): Promise<Result<{ originId: string }>> {
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
    const { reason, expected } = input;
    const kept = { reason: origin.attestedReason };
    if (kept.reason !== reason && !isAsRead(expected, kept)) refuse(attestedSince);
    await tx.origin.update({
      where: { id: originId },
      data:
        reason === null
          ? { attestedById: null, attestedReason: null, attestedAt: null }
          : { attestedById: viewer.id, attestedReason: reason.trim(), attestedAt: now },
    });
    for (const articleId of new Set(origin.attributions.map(({ fromArticleId }) => fromArticleId))) {
      await noteArticleAuthor(tx, viewer, articleId, "origin", originId, now);
      await reopenClaims(tx, viewer, articleId, now);
    }
    await recordEvent(tx, viewer, now, {
      event: reason === null ? "origin.attestation-withdrawn" : "origin.attested",
      subject: { kind: "origin", id: originId },
      body: { reason },
    });
    return { originId };
  });
}
