import { expect } from "vitest";
import type { Sight, Viewer } from "../../lib/access/viewer";
import { addArticle } from "../../lib/articles/commands/add-article";
import { createClaim } from "../../lib/claims/commands/create-claim";
import { logSearch } from "../../lib/claims/commands/log-work";
import { sendEvent } from "../../lib/claims/commands/send-event";
import type { ExternalEvent } from "../../lib/claims/vocabulary";
import { openClaim } from "../../lib/claims/queries";
import type { Failure, Result } from "../../lib/core/result";
import { addEvidence } from "../../lib/evidence/commands";
import { giveReview } from "../../lib/reviews/commands";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import type { TestDatabase } from "./test-database";

/** The sight of somebody from whom nothing is kept. */
export const wholeDesk: Sight = { id: "nobody in particular", sees: "everything" };

/** The value of a command that must succeed. */
export async function done<T>(work: Promise<Result<T>>): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** The refusal of a command that must not succeed. */
export async function refused(work: Promise<Result<unknown>>): Promise<Failure> {
  const result = await work;
  expect(result.ok).toBe(false);
  return (result as { ok: false; error: Failure }).error;
}

const words = "Two new ferries sail from Selby every morning.";

/** Plays a desk through the commands that people use. Times are the clock's. */
export function makeDesk(database: TestDatabase) {
  const event = (viewer: Viewer, claimId: string, name: ExternalEvent) =>
    done(sendEvent(viewer, claimId, { event: name }, new Date()));

  /** The evidence of a claim, added by a person from an article of its own. */
  const addQuote = async (viewer: Viewer, claimId: string) => {
    const { articleId } = await done(addArticle(viewer, { text: `A report\n\n${words}\n` }, new Date()));
    const input = {
      articleId,
      quote: { exact: words },
      stance: "supports",
      decisive: { reason: "The report." },
    } as const;
    return { articleId, ...(await done(addEvidence(viewer, claimId, input, new Date()))) };
  };

  const revisionHash = async (claimId: string) => (await openClaim(claimId, new Date()))!.revision.hash;

  /** People, and a claim by the first that the second may review and editors may sign. */
  const inReview = async (text = "Two new ferries sail from Selby", topics: string[] = []) => {
    const [author, reviewer, other] = [
      await database.makeViewer("checker", "Author"),
      await database.makeViewer("checker", "Reviewer"),
      await database.makeViewer("checker", "Other Reviewer"),
    ];
    const { claimId } = await done(createClaim(author, { text, topics }, new Date()));
    await event(author, claimId, "start-research");
    const { evidenceId, articleId } = await addQuote(author, claimId);
    await done(
      logSearch(author, claimId, { where: "the register", query: "ferries", found: "nothing" }, new Date()),
    );
    await event(author, claimId, "submit");
    const verdict = { rating: "confirmed", finding: "They do.", version: 0 };
    await done(writeVerdict(author, claimId, verdict, new Date()));
    return { claimId, evidenceId, articleId, author, reviewer, other };
  };

  const review = (viewer: Viewer, claimId: string) =>
    done(giveReview(viewer, claimId, { mark: "confirmed", rationale: "I read the report." }, new Date()));

  /** The same, reviewed by two and ready to be signed. */
  const ready = async (text?: string, topics?: string[]) => {
    const scene = await inReview(text, topics);
    await review(scene.reviewer, scene.claimId);
    await review(scene.other, scene.claimId);
    await event(scene.author, scene.claimId, "ready");
    return { ...scene, hash: await revisionHash(scene.claimId) };
  };

  /** The same, signed by an editor, with the article that its evidence is from. */
  const published = async (text?: string, topics?: string[]) => {
    const scene = await ready(text, topics);
    const editor = await database.makeViewer("editor", "Signer");
    const signed = await done(
      signOffVerdict(editor, scene.claimId, { revisionHash: scene.hash }, new Date()),
    );
    return { ...scene, editor, slug: signed.publication.slug };
  };

  return { event, addQuote, revisionHash, inReview, review, ready, published };
}
