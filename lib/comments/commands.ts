import "server-only";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { loadDossier } from "../claims/load-dossier.server";
import { lockClaim, type LockedClaim } from "../claims/open-claim.server";
import type { ClaimState, Role } from "../claims/vocabulary";
import { acceptsReviews } from "../claims/workflow";
import type { addCommentSchema } from "../claims/work-schema";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { tell } from "../notifications/tell.server";
import { isBlind } from "../reviews/blindness";
import { loadReviewed } from "../reviews/load-reviewed.server";
import { mentionablePeople } from "./mentionable.server";
import { mentionsIn } from "./mentions";

export type Commented = {
  id: string;
  claimId: string;
  /** Names of those who are told that the comment names them. */
  told: string[];
  /** Names of those who chose to be told of no mention, and so are not. */
  untold: string[];
  /** Names of interns who did not see the claim before they were named on it. */
  opened: string[];
  /** Names of those from whom its words are hidden until they have reviewed the claim. */
  afterReview: string[];
  /** Names after an @ that more than one person has, and so nobody was told. */
  unclear: string[];
  /** The log's entry of it, by which it is taken back. */
  entryId: string;
};

/**
 * Adds to the talk about a claim and tells whom it names; whoever talks hears of what follows. Comments are never printed,
 * so they make nobody an author. What a person is told carries no word of the comment; whoever has to review before they see
 * it is told that somebody asks them to look.
 * Words out of a file call nobody (`callsPeople` false).
 */
export async function addComment(
  viewer: Viewer,
  claimId: string,
  input: z.output<typeof addCommentSchema>,
  now: Date,
  { callsPeople = true } = {},
): Promise<Result<Commented>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const id = newId();
    const people = callsPeople ? await mentionablePeople(tx) : [];
    const { found, unclear } = mentionsIn(input.text, people);
    const mentionedIds = [...new Set(found.map((mention) => mention.id))];
    const others = mentionedIds.filter((personId) => personId !== viewer.id);
    const opened = await whoDidNotSee(tx, others, claimId);
    await tx.comment.create({
      data: { id, claimId, authorId: viewer.id, text: input.text, mentionedIds, at: now },
    });
    await tx.$executeRaw`
      INSERT INTO watch ("claimId", "userId", state, since) VALUES (${claimId}, ${viewer.id}, 'watching', ${now}) ON CONFLICT DO NOTHING`;
    const blind = await whoIsBlind(tx, others, claim);
    const news = { kind: "mention", claimId, onceKey: `comment:${id}` };
    const [asked, named] = [others.filter((one) => blind.has(one)), others.filter((one) => !blind.has(one))];
    const told = new Set([
      ...(await tell(tx, asked, { ...news, text: askedWords(viewer.name, claim.state) }, now)),
      ...(await tell(tx, named, { ...news, text: `${viewer.name} mentioned you in a comment.` }, now)),
    ]);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "comment.added",
      subject: { kind: "comment", id },
      claimId,
      body: mentionedIds.length > 0 ? { mentionedIds } : {},
    });
    const namesOf = (isMeant: (personId: string) => boolean) =>
      people.flatMap((person) => (others.includes(person.id) && isMeant(person.id) ? person.name : []));
    return {
      id,
      claimId,
      told: namesOf((one) => told.has(one)),
      untold: namesOf((one) => !told.has(one)),
      opened: namesOf((one) => opened.has(one)),
      afterReview: namesOf((one) => blind.has(one)),
      unclear,
      entryId,
    };
  });
}

/** Of these people those who have to give their mark on the claim before they see what is said of it. */
async function whoIsBlind(
  tx: Tx,
  personIds: readonly string[],
  { id: claimId, state }: LockedClaim,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const where = { id: { in: [...personIds] } };
  const people = await tx.user.findMany({ where, select: { id: true, role: true } });
  const { reviewerIds, writerIds } = (await loadReviewed(tx, claimId)) ?? refuse(notFound("claim"));
  const reviews = reviewerIds.map((reviewerId) => ({ reviewerId }));
  const blind = people.filter(({ id, role }) =>
    isBlind({ id, role: role as Role }, { claim: { state }, reviews, writerIds }),
  );
  return new Set(blind.map(({ id }) => id));
}

/** What somebody is told who is named in a comment that they do not see yet: no word of it, and what to do. */
function askedWords(by: string, state: ClaimState): string {
  return acceptsReviews(state)
    ? `${by} asks you to look at this claim. You see what they wrote once you have reviewed it.`
    : `${by} asks you to look at this claim. You see what they wrote once it is in review and you have reviewed it.`;
}

/** Of these people the interns who see only their own, and not this claim yet: being named on it makes it theirs. */
async function whoDidNotSee(
  tx: Tx,
  personIds: readonly string[],
  claimId: string,
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u WHERE u.id = ANY (${[...personIds]}::text[]) AND u."isIntern"
      AND EXISTS (SELECT 1 FROM setting s WHERE s.key = 'desk' AND s.value -> 'internsSeeOwn' = 'true'::jsonb)
      AND NOT EXISTS (SELECT 1 FROM own_claims(u.id) own WHERE own.id = ${claimId})`;
  return new Set(rows.map(({ id }) => id));
}

/** The comment with its claim locked; for a blind reviewer there is none. */
async function openComment(tx: Tx, viewer: Viewer, commentId: string) {
  const row = await tx.comment.findUnique({ where: { id: commentId } });
  if (!row || row.takenBackAt) return refuse(notFound("comment"));
  await lockClaim(tx, row.claimId);
  const loaded = await loadDossier(tx, row.claimId);
  if (!loaded || isBlind(viewer, loaded.dossier)) refuse(notFound("comment"));
  return row;
}

/** Says that a comment needs nothing more, or (`isResolved` false) that it does after all. The same again changes nothing. */
export async function settleComment(
  viewer: Viewer,
  commentId: string,
  isResolved: boolean,
  now: Date,
): Promise<Result<{ id: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const { claimId } = await openComment(tx, viewer, commentId);
    const { count } = await tx.comment.updateMany({
      where: { id: commentId, takenBackAt: null, resolvedAt: isResolved ? null : { not: null } },
      data: isResolved
        ? { resolvedAt: now, resolvedById: viewer.id }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count > 0) {
      await recordEvent(tx, viewer, now, {
        event: isResolved ? "comment.resolved" : "comment.reopened",
        subject: { kind: "comment", id: commentId },
        claimId,
      });
    }
    return { id: commentId, claimId };
  });
}
