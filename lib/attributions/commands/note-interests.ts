import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { changedFields } from "../../core/changed-fields";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseUnlessAsRead } from "../../log/refuse-stale.server";
import { changedSince } from "../../undo/own-entry.server";
import type { NoteInterestsInput } from "../schema";
import { reopenClaims } from "./reopen-claims";

/** What is noted of an origin's interests, as it is kept. */
export type Interests = { interests: string | null; interestsSource: string | null };

/**
 * Notes what whoever knew it first gains or loses by it (who pays, party to the matter, sells it), and where that is known
 * from; nulls take it back. It is printed beside the origin, so whoever notes it is an author of each claim that leads there.
 * `entryId` is the log's entry of it, null when nothing changed. 409 `stale` when something else is noted than the input
 * `expected`, with both sides, or than `undoes`, where they are given.
 */
export async function noteInterests(
  viewer: Viewer,
  originId: string,
  { interests, source, expected }: NoteInterestsInput,
  now: Date,
  undoes?: Interests,
): Promise<Result<{ originId: string; entryId: string | null }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM origin WHERE id = ${originId} FOR UPDATE`;
    const origin =
      (await tx.origin.findUnique({
        where: { id: originId },
        include: { attributions: { select: { fromArticleId: true }, orderBy: { id: "asc" } } },
      })) ?? refuse(notFound("origin"));
    const { interests: words, interestsSource } = origin;
    const [was, changes] = [
      { interests: words, interestsSource },
      { interests, interestsSource: source },
    ];
    if (Object.keys(changedFields(changes, was)).length === 0) return { originId, entryId: null };
    if (undoes && Object.keys(changedFields(undoes, was)).length > 0) refuse(changedSince);
    const subject = { kind: "origin", id: originId };
    const events = ["origin.interests-noted"];
    const [mine, kept] = [
      { interests, source },
      { interests: words, source: interestsSource },
    ];
    await refuseUnlessAsRead(tx, { what: "note", subject, events, expected, mine, kept });
    await tx.origin.update({ where: { id: originId }, data: changes });
    const articleIds = [...new Set(origin.attributions.map(({ fromArticleId }) => fromArticleId))];
    for (const articleId of articleIds) {
      await noteArticleAuthor(tx, viewer, articleId, "origin.interests", originId, now);
      await reopenClaims(tx, viewer, articleId, now);
    }
    const entryId = await recordEvent(tx, viewer, now, {
      event: "origin.interests-noted",
      subject,
      articleIds,
      body: { interests, source, changes, was },
    });
    return { originId, entryId };
  });
}
