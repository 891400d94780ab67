import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { getEvidence, openClaim } from "../claims/queries";
import { markDisagreement } from "../disagreements/commands/mark-disagreement";
import { giveReview } from "../reviews/commands";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { editEvidence } from "./commands";
import { logConversation } from "./log-conversation.server";
import { restoreEvidence } from "./restore-evidence.server";
import { vouchForQuote } from "./vouch-for-quote.server";

const database = useTestDatabase();
const desk = makeDesk(database);

let author: Viewer, other: Viewer, claimId: string;
beforeAll(async () => {
  ({ author, other, claimId } = await desk.inReview("Selby owns nine ferries"));
});

const heard = (said: string) => {
  const conversation = {
    who: "The harbour master",
    heldAt: "2024-06-28",
    how: "by telephone",
    notesBy: "A checker",
  };
  return done(logConversation(author, claimId, { said, conversation, stance: "context" }, new Date()));
};
const undo = (viewer: Viewer, { entryId }: { entryId: string }) => takeBack(viewer, { entryId }, new Date());
const removals = async (evidenceId: string) =>
  (
    await database.sql(`SELECT 1 FROM log_entry WHERE event = 'evidence.removed' AND "subjectId" = $1`, [
      evidenceId,
    ])
  ).length;

type Logged = Awaited<ReturnType<typeof heard>>;

/** What others can make of evidence, one of each. */
async function relyOn({ evidenceId }: Logged) {
  const marked = { mark: "unproven" as const, rationale: "Nobody counted them.", evidenceIds: [evidenceId] };
  await done(giveReview(other, claimId, marked, new Date()));
}

async function cite({ evidenceId }: Logged) {
  const { version } = (await openClaim(claimId, new Date()))!.dossier.verdict!;
  const writeUp = `They are blue.[^${evidenceId}]`;
  await done(writeVerdict(author, claimId, { writeUp, version }, new Date()));
}

async function confirmWords({ evidenceId }: Logged) {
  await database.sql(
    `UPDATE quote SET "cutReason" = 'It drops “up to”.' WHERE id = (SELECT "quoteId" FROM evidence WHERE id = $1)`,
    [evidenceId],
  );
  await done(vouchForQuote(other, evidenceId, "cut", new Date()));
}

async function compare({ evidenceId }: Logged) {
  const { evidenceId: b } = await desk.addQuote(other, claimId);
  await done(markDisagreement(other, claimId, { a: evidenceId, b, why: "Nine or two?" }, new Date()));
}

describe("taking back that evidence was logged", () => {
  it("takes it off the claim, once, and keeps the copy that was made for it", async () => {
    const logged = await heard("Nine of them sail.");
    for (let twice = 0; twice < 2; twice += 1) await done(undo(author, logged));
    expect(await getEvidence(logged.evidenceId)).toBeNull();
    expect(await removals(logged.evidenceId)).toBe(1);
    const copies = await database.sql(`SELECT 1 FROM capture WHERE "articleId" = $1`, [logged.articleId]);
    expect(copies).toHaveLength(1);
  });

  it("is refused once somebody changed it or put it back, and for somebody else", async () => {
    const logged = await heard("Two of them are new.");
    expect(await refused(undo(other, logged))).toMatchObject({ kind: "not_found" });
    await done(editEvidence(other, logged.evidenceId, { shows: "The age." }, new Date()));
    expect(await refused(undo(author, logged))).toMatchObject({ code: "stale", detail: changedSince.detail });
    expect(await removals(logged.evidenceId)).toBe(0);

    const back = await heard("One of them leaks.");
    await done(undo(author, back));
    await done(restoreEvidence(other, back.evidenceId, new Date()));
    expect(await refused(undo(author, back))).toMatchObject({ code: "stale" });
    expect(await removals(back.evidenceId)).toBe(1);
  });

  it.each([
    ["a review relies on it", relyOn],
    ["the draft cites it", cite],
    ["a second person has confirmed its words", confirmWords],
    ["somebody compared it with another", compare],
  ])("is refused once %s, and says so", async (words, buildOn) => {
    const logged = await heard(`${words}: ferries sail.`);
    await buildOn(logged);
    const refusal = await refused(undo(author, logged));
    expect(refusal).toMatchObject({ code: "built-on" });
    expect(refusal.detail).toContain(`because by now ${words}.`);
    expect(await removals(logged.evidenceId)).toBe(0);
  });

  it("names all that was built on it", async () => {
    const logged = await heard("Five of them are new.");
    await compare(logged);
    await relyOn(logged);
    expect((await refused(undo(author, logged))).detail).toContain(
      "a review relies on it and somebody compared it with another",
    );
  });
});
