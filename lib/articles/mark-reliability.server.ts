import "server-only";
import type { Viewer } from "../access/viewer";
import { isEndedState } from "../claims/vocabulary";
import type { Tx } from "../core/db.server";
import { recordEvent } from "../log/record.server";
import { prepareNotice, withdrawPrepared } from "../notices/prepare-notice.server";
import { unreliableSourceNotice } from "../notices/prepared-text";
import { peopleOfClaim, tell } from "../notifications/tell.server";
import { closeTask, openTask } from "../tasks/open-task.server";
import { downstreamOf } from "./downstream.server";
import { evidenceLeaning, type Leaning } from "./leaning.server";

export type Marked = { articleId: string; reliability: string; reason: string; version: number };

/** The reason as a sentence that another can follow. */
const ended = (reason: string) => (/[.!?…]$/u.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`);

/** What leans on the article, by claim: its own evidence and what came through other articles. */
async function usesByClaim(tx: Tx, articleId: string): Promise<Leaning[][]> {
  const { articleIds, reaches } = await downstreamOf(tx, articleId);
  const uses = await evidenceLeaning(tx, { articleId: { in: articleIds } });
  const groups = new Map<string, Leaning[]>();
  for (const use of uses)
    if (reaches(use.claim.id, use.articleId))
      groups.set(use.claim.id, [...(groups.get(use.claim.id) ?? []), use]);
  return [...groups.values()].filter(([first]) => !isEndedState(first!.claim.state));
}

/**
 * Blast radius: one re-check task for each claim that leans on the article, the draft of a notice beside each
 * publication, and the claim's people told. Marking it again changes what waits, and adds nothing.
 */
export async function raiseRechecks(tx: Tx, viewer: Viewer, marked: Marked, now: Date): Promise<void> {
  for (const uses of await usesByClaim(tx, marked.articleId))
    await raiseRecheck(tx, viewer, marked, uses, now);
}

async function raiseRecheck(
  tx: Tx,
  viewer: Viewer,
  marked: Marked,
  uses: Leaning[],
  now: Date,
): Promise<void> {
  const { claim } = uses[0]!;
  const { articleId, reliability, reason, version } = marked;
  const isDirect = uses.some((use) => use.articleId === articleId);
  const how = isDirect ? "A source of this claim" : "What a source of this claim draws on";
  const text = `${how} was marked ${reliability}: ${ended(reason)} Check whether the verdict still stands without it.`;
  const about = { claimId: claim.id, articleId };
  await openTask(tx, { kind: "re-check", ...about, text, slug: claim.slug }, now);
  const people = await peopleOfClaim(tx, claim.id, viewer.id);
  const onceKey = `reliability:${articleId}:${reliability}:${version}:${claim.id}`;
  const news = `${how} was marked ${reliability}: ${reason}`;
  await tell(tx, people, { kind: "source-marked", text: news, ...about, onceKey }, now);
  await recordEvent(tx, viewer, now, {
    event: "claim.source-marked",
    subject: { kind: "claim", id: claim.id },
    claimId: claim.id,
    body: { articleId, reliability, reason },
  });
  const shown = uses.filter(({ published }) => published !== null);
  const use =
    shown.find((one) => one.published === "public" && one.articleId === articleId) ??
    shown.find((one) => one.articleId === articleId) ??
    shown[0];
  if (!use || claim.slug === null) return;
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { title: true, outlet: { select: { name: true } } },
  });
  await prepareNotice(
    tx,
    {
      ...about,
      slug: claim.slug,
      cause: "reliability",
      kind: reliability === "compromised" ? "under-review" : "source-changed",
      text: unreliableSourceNotice({
        source: [article.outlet?.name, article.title].filter(Boolean).join(": ") || null,
        disclosure: use.published!,
        reliability: reliability as "retracted",
        isDirect: use.articleId === articleId,
        markedAt: now,
      }),
    },
    now,
  );
}

/** The mark was taken back: tasks end with a note, drafts of notices go, people are told. */
export async function dropRechecks(tx: Tx, viewer: Viewer, marked: Marked, now: Date): Promise<void> {
  const note = marked.reason
    ? `Nothing is held against the source any more: ${marked.reason}`
    : "Nothing is held against the source any more.";
  const open = await tx.task.findMany({
    where: { kind: "re-check", articleId: marked.articleId, doneAt: null },
    select: { claimId: true },
  });
  for (const { claimId } of open) {
    if (claimId === null) continue;
    const about = { claimId, articleId: marked.articleId };
    await closeTask(tx, { kind: "re-check", ...about }, { note, byId: viewer.id }, now);
    await withdrawPrepared(tx, { ...about, cause: "reliability" }, note, now);
    const onceKey = `reliability:${marked.articleId}:ok:${marked.version}:${claimId}`;
    const people = await peopleOfClaim(tx, claimId, viewer.id);
    await tell(tx, people, { kind: "source-marked", text: note, ...about, onceKey }, now);
  }
}
