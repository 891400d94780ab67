import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { getEvidence } from "../claims/queries";
import { giveReview } from "../reviews/commands";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { editEvidence } from "./commands";
import { logConversation } from "./log-conversation.server";
import { restoreEvidence } from "./restore-evidence.server";

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

  it("is refused while somebody's review relies on it or the draft cites it, and says so", async () => {
    const relied = await heard("Three of them are old.");
    const marked = {
      mark: "unproven" as const,
      rationale: "Nobody counted them.",
      evidenceIds: [relied.evidenceId],
    };
    await done(giveReview(other, claimId, marked, new Date()));
    const cited = await heard("Four of them are blue.");
    const writeUp = `They are blue.[^${cited.evidenceId}]`;
    await done(writeVerdict(author, claimId, { writeUp, version: 1 }, new Date()));
    expect(await refused(undo(author, relied))).toMatchObject({
      code: "built-on",
      detail: expect.stringContaining("by now a review relies on it") as string,
    });
    expect(await refused(undo(author, cited))).toMatchObject({
      code: "built-on",
      detail: expect.stringContaining("by now the draft cites it") as string,
    });
    expect([await removals(relied.evidenceId), await removals(cited.evidenceId)]).toEqual([0, 0]);
  });
});
