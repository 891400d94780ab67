import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { sendEvent } from "../claims/commands/send-event";
import { getClaim } from "../claims/queries";
import { addEvidence, editEvidence } from "../evidence/commands";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { scheduleSignOff } from "../schedules/commands/schedule-sign-off";
import { writeVerdict } from "../verdicts/commands";
import { changedSince } from "./own-entry.server";
import { takeBackAll } from "./take-back-all.server";
import { takeBack } from "./take-back.server";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
});

const claimRow = async (claimId: string) =>
  (await database.sql(`SELECT state, version FROM claim WHERE id = $1`, [claimId]))[0];

describe("taking back an edit of a claim", () => {
  const edit = (viewer: Viewer, claimId: string, input: Parameters<typeof editClaim>[2]) =>
    done(editClaim(viewer, claimId, input, new Date()));
  const undo = (viewer: Viewer, entryId: string | null) =>
    takeBack(viewer, { entryId: entryId! }, new Date());

  it("gives every field back what it said, as an edit that is logged and bumps the version", async () => {
    const { claimId, author } = await desk.inReview("Two ferries sail from Selby", ["Ferries"]);
    const before = (await getClaim(author, claimId, new Date()))!;
    const fields = { text: "Nine ferries sail from Selby", topics: [], place: "Selby", reach: 40 };
    const { entryId } = await edit(author, claimId, { ...fields, kind: "said", version: 0 });
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(author, entryId));
    const { version, text, topics, place, reach, kind } = (await getClaim(author, claimId, new Date()))!;
    expect({ text, topics, place, reach, kind }).toEqual({
      text: before.text,
      topics: before.topics,
      place: before.place,
      reach: before.reach,
      kind: before.kind,
    });
    expect(version).toBe(2);
    const events = await database.sql(
      `SELECT event FROM log_entry WHERE "claimId" = $1 ORDER BY id DESC LIMIT 2`,
      [claimId],
    );
    expect(events).toEqual([{ event: "claim.edited" }, { event: "claim.edited" }]);
  });

  it("puts nothing back over somebody's change, nor on what is published", async () => {
    const { claimId, author, hash } = await desk.ready();
    const first = await edit(author, claimId, { importance: 1, version: 0 });
    await edit(editor, claimId, { importance: 3, version: 1 });
    const refusal = await refused(undo(author, first.entryId));
    expect(refusal).toMatchObject({ kind: "conflict", code: "stale", extra: { savedBy: { claimId } } });
    expect(refusal.detail).toMatch(/^Editor changed the claim at \d\d:\d\d, so nothing was put back\.$/);
    expect(await claimRow(claimId)).toEqual({ state: "ready", version: 2 });
    const placed = await edit(author, claimId, { place: "Selby", version: 2 });
    await done(sendEvent(author, claimId, { event: "ready" }, new Date()));
    const revisionHash = await desk.revisionHash(claimId);
    expect(revisionHash).not.toBe(hash);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    expect(await refused(undo(author, placed.entryId))).toMatchObject({ code: "open-a-correction" });
  });

  it("makes an author, sends a ready claim back and cancels what was signed for later", async () => {
    const { claimId, author } = await desk.ready();
    const { entryId } = await edit(author, claimId, { place: "Selby", version: 0 });
    await done(sendEvent(author, claimId, { event: "ready" }, new Date()));
    const revisionHash = await desk.revisionHash(claimId);
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await done(scheduleSignOff(editor, claimId, { revisionHash, publishAt }, new Date()));
    await done(undo(author, entryId));
    expect(await claimRow(claimId)).toEqual({ state: "in-review", version: 2 });
    expect(await database.sql(`SELECT state FROM schedule WHERE "claimId" = $1`, [claimId])).toEqual([
      { state: "cancelled" },
    ]);
  });

  it("is for whoever made it alone, and for what can be taken back", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const theirs = await edit(other, claimId, { importance: 1, version: 0 });
    // Of what they may not see any more there is nothing to take back.
    const asIntern = undo({ ...other, sees: "own" }, theirs.entryId);
    expect(await refused(asIntern)).toMatchObject({ kind: "not_found" });
    await done(undo(other, theirs.entryId));
    const { entryId } = await edit(author, claimId, { place: "Selby", version: 2 });
    expect(await refused(undo(reviewer, entryId))).toMatchObject({ kind: "not_found" });
    await desk.review(author, claimId);
    const [review] = await database.sql<{ id: string }>(
      `SELECT id FROM log_entry WHERE "claimId" = $1 AND event = 'review.given'`,
      [claimId],
    );
    expect(await refused(undo(author, review!.id))).toMatchObject({ kind: "not_found" });
    await database.sqlOwner(`UPDATE log_payload SET body = NULL, "erasedAt" = now() WHERE "entryId" = $1`, [
      entryId,
    ]);
    expect(await refused(undo(author, entryId))).toMatchObject({ kind: "not_found" });
  });
});

describe("taking back several things at once", () => {
  it("says of each claim whether it was taken back, and why not; what was taken back before counts once", async () => {
    const scenes = [await desk.inReview("One ferry"), await desk.inReview("Two ferries")];
    const viewer = await database.makeViewer("checker", "Imports");
    const logged = [];
    for (const { claimId, articleId } of scenes) {
      const input = { articleId, quote: { exact: "sail from Selby" }, stance: "context" } as const;
      logged.push(await done(addEvidence(viewer, claimId, input, new Date())));
    }
    const [one, two] = scenes;
    await done(editEvidence(editor, logged[1]!.evidenceId, { shows: "Where from." }, new Date()));
    const ids = logged.map(({ entryId }) => entryId);
    const undo = (entryIds: string[], by = viewer) => takeBackAll(by, { entryIds }, new Date());
    const outcome = {
      stays: "1 of 2 stay as they are.",
      claims: [
        { claimId: one!.claimId, text: "One ferry", reason: null },
        { claimId: two!.claimId, text: "Two ferries", reason: changedSince.detail },
      ],
      open: [],
    };
    expect(await done(undo([...ids, ...ids]))).toEqual(outcome);
    expect(await done(undo(ids))).toEqual(outcome);
    expect(await done(undo([ids[1]!]))).toMatchObject({ stays: "1 of 1 stay as they are." });
    expect(await done(undo([ids[0]!]))).toEqual({ stays: null, claims: [], open: [] });
    expect(await refused(undo(ids, editor))).toMatchObject({ kind: "not_found" });
  });

  it("says which can be taken back later, also where none was: what stays for a reason that can pass", async () => {
    const { claimId, articleId, author } = await desk.inReview("Three ferries");
    const logged = [];
    for (const exact of ["sail from Selby", "ferries sail"]) {
      const input = { articleId, quote: { exact }, stance: "context" } as const;
      logged.push(await done(addEvidence(author, claimId, input, new Date())));
    }
    const write = (version: number, writeUp: string) =>
      done(writeVerdict(author, claimId, { writeUp, version }, new Date()));
    await write(1, logged.map(({ evidenceId }) => `They sail.[^${evidenceId}]`).join(" "));
    const entryIds = logged.map(({ entryId }) => entryId);
    const undo = () => done(takeBackAll(author, { entryIds }, new Date()));
    expect(await undo()).toMatchObject({ stays: "2 of 2 stay as they are.", open: entryIds });
    await write(2, "They sail.");
    expect(await undo()).toEqual({ stays: null, claims: [], open: [] });
  });
});

describe("taking back that evidence is decisive no more", () => {
  it("names whoever made it decisive, as before; whoever gives the reason anew is named themselves", async () => {
    const { evidenceId, author, other } = await desk.inReview();
    const decider = async () =>
      (await database.sql(`SELECT "decisiveById" AS by FROM evidence WHERE id = $1`, [evidenceId]))[0]!.by;
    const say = (viewer: Viewer, reason: string | null) =>
      done(editEvidence(viewer, evidenceId, { decisive: reason === null ? null : { reason } }, new Date()));
    expect(await decider()).toBe(author.id);
    await say(other, null);
    expect(await decider()).toBeNull();
    await say(other, "The report.");
    expect(await decider()).toBe(author.id);
    await say(other, null);
    await say(editor, "The report.");
    expect(await decider()).toBe(editor.id);
  });
});
