import "server-only";
import type { Actor } from "../access/viewer";
import { fallBackToReview } from "../claims/open-claim.server";
import { isEndedState } from "../claims/vocabulary";
import type { Tx } from "../core/db.server";
import { recordEvent } from "../log/record.server";
import { prepareNotice, withdrawPrepared } from "../notices/prepare-notice.server";
import { changedWordsNotice } from "../notices/prepared-text";
import { peopleOfClaim, tell } from "../notifications/tell.server";
import { closeTask, openTask } from "../tasks/open-task.server";
import { appearanceLeaning, evidenceLeaning, type Leaning } from "./leaning.server";
import { isDrifted, type ComparedQuote, type DriftNews } from "./standing-drift";

export type LookFacts = {
  lookId: string;
  article: { id: string; outlet: string | null; title: string | null };
  method: "fetched" | "uploaded" | "pasted";
  actor: Actor | null;
  /** Everything that this look compared. */
  compared: readonly ComparedQuote[];
  news: DriftNews;
};

/**
 * What follows from changed words: the people of each claim are told once, a claim that was ready goes back to review,
 * and beside a publication a task and the draft of a notice wait for an editor. Words that stand again end the task.
 * Nothing public changes by itself.
 */
export async function tellDrift(tx: Tx, facts: LookFacts, now: Date): Promise<void> {
  const { changed, restored } = facts.news;
  if (changed.length === 0 && restored.length === 0) return;
  const quoteIds = facts.compared.map(({ quoteId }) => quoteId);
  const leaning = [
    ...(await evidenceLeaning(tx, { quoteId: { in: quoteIds } })),
    ...(await appearanceLeaning(tx, quoteIds)),
  ].filter(({ claim }) => !isEndedState(claim.state));
  const byClaim = grouped(leaning);
  for (const uses of byClaim.values()) {
    const has = (quotes: readonly ComparedQuote[]) =>
      quotes.filter(({ quoteId }) => uses.some((use) => use.quoteId === quoteId));
    if (has(changed).length > 0) await wordsChanged(tx, facts, uses, has(changed), now);
    else if (has(restored).length > 0 && !has(facts.compared).some(({ outcome }) => isDrifted(outcome)))
      await wordsRestored(tx, facts, uses, now);
  }
}

function grouped(leaning: readonly Leaning[]): Map<string, Leaning[]> {
  const groups = new Map<string, Leaning[]>();
  for (const use of leaning) groups.set(use.claim.id, [...(groups.get(use.claim.id) ?? []), use]);
  return groups;
}

const whereOf = (facts: LookFacts) =>
  facts.method === "fetched" ? `at ${nameOf(facts)}` : `in a ${facts.method} copy of ${nameOf(facts)}`;

const nameOf = ({ article }: LookFacts) => article.outlet ?? article.title ?? "an unnamed source";

async function wordsChanged(
  tx: Tx,
  facts: LookFacts,
  uses: Leaning[],
  changed: ComparedQuote[],
  now: Date,
): Promise<void> {
  const { claim } = uses[0]!;
  const { article, lookId, actor } = facts;
  const first = changed[0]!;
  const isGone = changed.every(({ outcome }) => outcome === "gone");
  const what = isGone ? `is not there any more` : `reads differently`;
  await tell(
    tx,
    await peopleOfClaim(tx, claim.id, actor?.id ?? null),
    {
      kind: isGone ? "source-gone" : "source-altered",
      text: `“${shorten(first.was)}” ${what} ${whereOf(facts)}.`,
      claimId: claim.id,
      articleId: article.id,
      onceKey: `drift:${lookId}:${claim.id}`,
    },
    now,
  );
  const affected = uses.filter(({ quoteId }) => changed.some((quote) => quote.quoteId === quoteId));
  await sendBack(tx, facts, affected, now);
  await awaitEditor(tx, facts, affected, changed, now);
}

/** Beside what is published, a task and the draft of a notice wait for an editor. */
async function awaitEditor(
  tx: Tx,
  facts: LookFacts,
  uses: Leaning[],
  changed: ComparedQuote[],
  now: Date,
): Promise<void> {
  const { claim } = uses[0]!;
  const { article, method } = facts;
  const shown = uses.filter(({ published }) => published !== null);
  const use = shown.find(({ published }) => published === "public") ?? shown[0];
  if (!use || claim.slug === null) return;
  const isGone = changed.every(({ outcome }) => outcome === "gone");
  const what = isGone ? "are not there any more" : "read differently";
  await openTask(
    tx,
    {
      kind: "quote-altered",
      claimId: claim.id,
      articleId: article.id,
      slug: claim.slug,
      text: `Words that this publication rests on ${what} ${whereOf(facts)}. Look, then sign a notice, open a correction, or say why it stands.`,
    },
    now,
  );
  const quote = changed.find(({ quoteId }) => quoteId === use.quoteId)!;
  await prepareNotice(
    tx,
    {
      claimId: claim.id,
      articleId: article.id,
      slug: claim.slug,
      cause: "drift",
      kind: "source-changed",
      text: changedWordsNotice({
        source: article.outlet ?? article.title,
        disclosure: use.published!,
        use: use.use,
        outcome: quote.outcome as "altered",
        was: quote.was,
        is: quote.is,
        method,
        checkedAt: now,
      }),
    },
    now,
  );
}

/** A claim that was ready is not any more: its gate has a line again. */
async function sendBack(tx: Tx, facts: LookFacts, uses: Leaning[], now: Date): Promise<void> {
  const { claim } = uses[0]!;
  if (!uses.some(({ use, isInDraft }) => use === "evidence" && isInDraft)) return;
  await recordEvent(tx, facts.actor, now, {
    event: "claim.source-changed",
    subject: { kind: "claim", id: claim.id },
    claimId: claim.id,
    body: { articleId: facts.article.id, lookId: facts.lookId },
  });
  await fallBackToReview(tx, facts.actor, [claim.id], now, { isTold: true, ends: "source-changed" });
}

async function wordsRestored(tx: Tx, facts: LookFacts, uses: Leaning[], now: Date): Promise<void> {
  const { claim } = uses[0]!;
  const { article, actor } = facts;
  const note = `The quoted words stand again ${whereOf(facts)}.`;
  const task = { kind: "quote-altered", claimId: claim.id, articleId: article.id } as const;
  await closeTask(tx, task, { note, byId: null }, now);
  const about = { claimId: claim.id, articleId: article.id, cause: "drift" as const };
  const { wasSigned } = await withdrawPrepared(tx, about, note, now);
  await tell(
    tx,
    await peopleOfClaim(tx, claim.id, actor?.id ?? null),
    {
      kind: "source-restored",
      text: note,
      claimId: claim.id,
      articleId: article.id,
      onceKey: `drift:${facts.lookId}:${claim.id}`,
    },
    now,
  );
  if (!wasSigned) return;
  await openTask(
    tx,
    {
      kind: "quote-restored",
      claimId: claim.id,
      articleId: article.id,
      slug: claim.slug,
      text: `${note} Readers have a notice that they had changed: look whether another one is due.`,
    },
    now,
  );
}

function shorten(text: string): string {
  const points = Array.from(text);
  return points.length <= 90 ? text : `${points.slice(0, 89).join("").trimEnd()}…`;
}
