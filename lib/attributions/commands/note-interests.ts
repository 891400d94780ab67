import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { NoteInterestsInput } from "../schema";
import { reopenClaims } from "./reopen-claims";

/**
 * Notes what whoever knew it first gains or loses by it (who pays, party to the matter, sells it), and where that is known
 * from; nulls take it back. It is printed beside the origin, so whoever notes it is an author of each claim that leads there.
 */
export async function noteInterests(
  viewer: Viewer,
  originId: string,
  { interests, source }: NoteInterestsInput,
  now: Date,
): Promise<Result<{ originId: string }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM origin WHERE id = ${originId} FOR UPDATE`;
    const origin =
      (await tx.origin.findUnique({
        where: { id: originId },
        include: { attributions: { select: { fromArticleId: true }, orderBy: { id: "asc" } } },
      })) ?? refuse(notFound("origin"));
    if (origin.interests === interests && origin.interestsSource === source) return { originId };
    await tx.origin.update({ where: { id: originId }, data: { interests, interestsSource: source } });
    for (const articleId of new Set(origin.attributions.map(({ fromArticleId }) => fromArticleId))) {
      await noteArticleAuthor(tx, viewer, articleId, "origin.interests", originId, now);
      await reopenClaims(tx, viewer, articleId, now);
    }
    await recordEvent(tx, viewer, now, {
      event: "origin.interests-noted",
      subject: { kind: "origin", id: originId },
      body: { interests, source },
    });
    return { originId };
  });
}
