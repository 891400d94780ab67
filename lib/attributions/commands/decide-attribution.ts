import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { AddAttributionInput, DecideAttributionInput } from "../schema";
import { decideOnClaim, takeBackOnClaim } from "./decide-on-claim";
import { originAt } from "./origin-at";
import { putOriginRight } from "./put-origin-right";
import { reopenClaims } from "./reopen-claims";

/** `entryId` is the log's entry of it. */
type Done = Result<{ attributionId: string; articleId: string; entryId: string }>;
/** With what held before, for every claim or (`wasHere`) for the one alone, so that it can be taken back. */
type Decided = Result<{ attributionId: string; articleId: string; was: string; wasHere: string | null }>;
type Ends = { toArticleId: string | null; toOriginId: string | null };

/**
 * Adds an attribution by hand: confirmed, because a person says so, unless they ask for a suggestion. With a claim it is
 * confirmed for that claim alone, and a suggestion for every other.
 */
export async function addAttribution(
  viewer: Viewer,
  articleId: string,
  input: AddAttributionInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    if ((await tx.article.count({ where: { id: articleId } })) === 0) refuse(notFound("article"));
    const ends = await endsOf(tx, articleId, input);
    const status = input.status ?? "confirmed";
    const { claimId } = input;
    const edge = { articleId, input, ends, status: claimId ? null : status };
    const { id, was } = await keepEdge(tx, viewer, edge, now);
    let wasHere: string | null = null;
    if (claimId) wasHere = await decideOnClaim(tx, viewer, { attributionId: id, claimId, status }, now);
    else {
      await noteArticleAuthor(tx, viewer, articleId, "attribution", id, now);
      await reopenClaims(tx, viewer, articleId, now);
    }
    const entryId = await recordEvent(tx, viewer, now, {
      event: "attribution.added",
      subject: { kind: "attribution", id },
      to: status,
      claimId: claimId ?? null,
      articleIds: claimId ? [] : [articleId],
      body: { type: input.type, articleId, was, wasHere },
    });
    return { attributionId: id, articleId, entryId };
  });
}

type Edge = {
  articleId: string;
  input: AddAttributionInput;
  ends: Ends;
  /** `null`: only for one claim, so that what holds for every claim stays as it is, or is a suggestion by hand. */
  status: "suggested" | "confirmed" | "rejected" | null;
};

/** What stood of an edge for every claim before a person added it. */
export type EdgeBefore = {
  status: string;
  rule: string | null;
  ruleQuote: string | null;
  decidedById: string | null;
  /** ISO 8601. */
  decidedAt: string | null;
};

/** Keeps the edge once; answers its id, and what stood of it before, `null` when it is new. */
async function keepEdge(
  tx: Tx,
  viewer: Viewer,
  edge: Edge,
  now: Date,
): Promise<{ id: string; was: EdgeBefore | null }> {
  const { articleId, input, ends, status } = edge;
  const same = await tx.attribution.findFirst({
    where: { fromArticleId: articleId, type: input.type, ...ends },
  });
  const was = same && edgeBefore(same);
  if (same && status === null) return { id: same.id, was };
  const id = same?.id ?? newId();
  const kept = status ?? "suggested";
  const decided = kept === "suggested" ? {} : { decidedById: viewer.id, decidedAt: now };
  if (same) {
    // A rule may have suggested the same before; the person's reason takes the place of the rule's.
    const given = input.reason?.rule
      ? { rule: input.reason.rule, ruleQuote: input.reason.quote ?? null }
      : {};
    await tx.attribution.update({ where: { id }, data: { status: kept, ...decided, ...given } });
    return { id, was };
  }
  await tx.attribution.create({
    data: {
      id,
      type: input.type,
      fromArticleId: articleId,
      ...ends,
      status: kept,
      rule: input.reason?.rule ?? (kept === "suggested" ? "by hand" : null),
      ruleQuote: input.reason?.quote ?? null,
      createdById: viewer.id,
      createdAt: now,
      ...decided,
    },
  });
  return { id, was };
}

function edgeBefore(row: Omit<EdgeBefore, "decidedAt"> & { decidedAt: Date | null }): EdgeBefore {
  const { status, rule, ruleQuote, decidedById, decidedAt } = row;
  return { status, rule, ruleQuote, decidedById, decidedAt: decidedAt?.toISOString() ?? null };
}

async function endsOf(tx: Tx, articleId: string, input: AddAttributionInput): Promise<Ends> {
  if (input.type === "own-reporting") return { toArticleId: articleId, toOriginId: null };
  const to = input.to!;
  if ("articleId" in to) {
    if (to.articleId === articleId)
      refuse({
        kind: "invalid",
        code: "leads-to-itself",
        detail: "An article that saw it for itself is own-reporting.",
      });
    if ((await tx.article.count({ where: { id: to.articleId } })) === 0) refuse(notFound("article"));
    return { toArticleId: to.articleId, toOriginId: null };
  }
  return { toArticleId: null, toOriginId: await originAt(tx, to.origin) };
}

/**
 * Confirms or rejects an attribution, for every claim or (with `claimId`) for that claim alone. 409 `stale` when it is no
 * longer what the input `expected` it to be there; where it is by now what the input wants, nothing changes. A suggestion may
 * be confirmed under another name or kind (`origin`).
 */
export async function decideAttribution(
  viewer: Viewer,
  attributionId: string,
  input: DecideAttributionInput,
  now: Date,
): Promise<Decided> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM attribution WHERE id = ${attributionId} FOR NO KEY UPDATE`;
    const row =
      (await tx.attribution.findUnique({ where: { id: attributionId } })) ?? refuse(notFound("attribution"));
    const done = { attributionId, articleId: row.fromArticleId, was: row.status };
    const { claimId, status } = input;
    if (await isDecidedSo(tx, row, input))
      return { ...done, wasHere: claimId && !input.everyClaim ? status : null };
    const suggested = await putOriginRight(tx, row, input);
    if (claimId && !input.everyClaim) {
      const decision = { attributionId, claimId, status, suggested };
      return { ...done, wasHere: await decideOnClaim(tx, viewer, decision, now) };
    }
    if (status === "suggested" && row.rule === null)
      refuse({
        kind: "invalid",
        code: "no-rule",
        detail: "This was added by a person; it can be confirmed or rejected.",
      });
    const wasHere = claimId ? await takeBackOnClaim(tx, viewer, { attributionId, claimId }, now) : null;
    await tx.attribution.update({
      where: { id: attributionId },
      data: { status, decidedById: viewer.id, decidedAt: now },
    });
    await noteArticleAuthor(tx, viewer, row.fromArticleId, "attribution", attributionId, now);
    await reopenClaims(tx, viewer, row.fromArticleId, now);
    await recordEvent(tx, viewer, now, {
      event: `attribution.${status}`,
      subject: { kind: "attribution", id: attributionId },
      claimId: claimId ?? null,
      articleIds: [row.fromArticleId],
      from: row.status,
      to: status,
      ...(suggested ? { body: { suggested } } : {}),
    });
    return { ...done, wasHere };
  });
}

/**
 * Whether somebody decided it meanwhile as the input does, so that nothing is left to do. Refuses when it is otherwise than
 * the input `expected`, and when the input would put its origin right besides.
 */
async function isDecidedSo(
  tx: Tx,
  { id: attributionId, status }: { id: string; status: string },
  { claimId, everyClaim, expected, origin, status: wanted }: DecideAttributionInput,
): Promise<boolean> {
  if (expected === undefined) return false;
  const key = claimId && { attributionId_claimId: { attributionId, claimId } };
  const found = key ? (await tx.claimAttribution.findUnique({ where: key }))?.status : undefined;
  const here = !found || found === "withdrawn" ? "as-for-every-claim" : found;
  const isHere = claimId !== undefined && !everyClaim;
  const now = isHere ? here : status;
  if (now === expected) return false;
  const asked = isHere && wanted === "suggested" ? "as-for-every-claim" : wanted;
  if (now !== asked || origin) refuse(decidedOtherwise);
  // What was decided for the claim in hand alone is still to be taken back.
  return isHere || here === "as-for-every-claim";
}

const decidedOtherwise: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "Somebody decided this otherwise meanwhile, so nothing was changed. Look at it first.",
};
