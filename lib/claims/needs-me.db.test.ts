import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { articleDependants } from "../articles/dependants.server";
import { editArticle } from "../articles/commands/edit-article";
import { editEvidence, removeEvidence } from "../evidence/commands";
import { restoreEvidence } from "../evidence/restore-evidence.server";
import { reaffirmReview } from "../reviews/commands";
import { scheduleSignOff } from "../schedules/commands/schedule-sign-off";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { createClaim } from "./commands/create-claim";
import { editClaim } from "./commands/edit-claim";
import { gateDto, openClaim } from "./queries";
import { countQueues, listClaimNames, listClaims, listQueue } from "./list-claims.server";
import { readQueueFilters } from "./queue-filters";

const now = new Date("2027-02-01T12:00:00Z");

describe("what waits for whom", () => {
  const database = useTestDatabase();
  const desk = makeDesk(database);

  it("counts what it lists, and shows all claims only where nothing waits", async () => {
    const { claimId, reviewer, other } = await desk.inReview();
    const needs = readQueueFilters({});
    const count = async (viewer: Viewer) => (await countQueues(viewer, [needs], now))[0];
    for (const viewer of [reviewer, other]) {
      expect((await listQueue(viewer, needs, now)).items.map(({ id }) => id)).toEqual([claimId]);
      expect(await count(viewer)).toBe(1);
    }
    await desk.review(reviewer, claimId);
    expect(await count(reviewer)).toBe(0);
    const after = await listQueue(reviewer, needs, now);
    expect([after.isFallback, after.items.length]).toEqual([true, 1]);
    expect(await count(other)).toBe(1);
  });

  const onePersonDesk = () =>
    database.sqlOwner(
      `INSERT INTO setting (key, value, "updatedAt") VALUES ('gate', '{"originsNeeded": 2, "onePersonDesk": true, "legalRead": "off", "legalReadTopics": []}', now())`,
    );
  const waitsFor = async (viewer: Viewer, claimId: string) =>
    (await listClaims(viewer, readQueueFilters({}), now)).items.some(({ id }) => id === claimId);

  it("asks nobody for a third mark, but whoever has the claim for its next step, and then an editor", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview("Three trams run in Goole at night");
    const [third, editor] = [
      await database.makeViewer("checker", "Third"),
      await database.makeViewer("editor", "Signer"),
    ];
    const asked = () => Promise.all([author, third, editor].map((viewer) => waitsFor(viewer, claimId)));
    await desk.review(author, claimId);
    await desk.review(reviewer, claimId);
    expect(await asked()).toEqual([true, false, false]);
    await desk.event(author, claimId, "ready");
    expect(await asked()).toEqual([false, false, true]);
    expect(await waitsFor(other, claimId)).toBe(false);
  });

  it("leaves nothing that was begun with nobody: what has no other holder is its writer's", async () => {
    const [writer, holder] = [
      await database.makeViewer("checker", "Writer"),
      await database.makeViewer("checker", "Holder"),
    ];
    const { claimId } = await done(createClaim(writer, { text: "Nine trams run in Goole" }, new Date()));
    const asked = () => Promise.all([writer, holder].map((viewer) => waitsFor(viewer, claimId)));
    expect(await asked()).toEqual([false, false]);
    await desk.event(writer, claimId, "start-research");
    expect(await asked()).toEqual([true, false]);
    await done(editClaim(writer, claimId, { assigneeId: holder.id, version: 0 }, new Date()));
    expect(await asked()).toEqual([false, true]);

    // Whoever left has it no longer.
    const withNobody = async () =>
      (await listClaims(writer, readQueueFilters({ needs: "all", assignee: "none" }), now)).items.find(
        ({ id }) => id === claimId,
      )?.assignee;
    expect(await withNobody()).toBeUndefined();
    await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [holder.id]);
    expect((await asked())[0]).toBe(true);
    expect(await withNobody()).toEqual({ id: holder.id, name: "Holder", hasLeft: true });
  });

  it("asks for somebody who wrote none of it while only authors gave a mark, and counts whoever left, as the gate does", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview("Four trams run in Goole at night");
    await desk.addQuote(other, claimId);
    await desk.review(author, claimId);
    await desk.review(other, claimId);
    expect(await waitsFor(reviewer, claimId)).toBe(true);
    const third = await database.makeViewer("checker", "Third");
    await desk.review(reviewer, claimId);
    expect(await waitsFor(third, claimId)).toBe(false);
    await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id IN ($1, $2)`, [
      reviewer.id,
      other.id,
    ]);
    const { issues } = await gateDto(author, (await openClaim(claimId, now))!, now);
    expect(issues.map(({ code }) => code)).not.toContain("review-missing");
    // Nothing is missing but the next step, which is whose the claim is, though they gave a mark too.
    expect([await waitsFor(third, claimId), await waitsFor(author, claimId)]).toEqual([false, true]);
  });

  it("asks a reviewer again once what their mark was about changed, not for what changed back or is no part of it", async () => {
    const { claimId, evidenceId, author, reviewer } = await desk.inReview("Five trams run in Goole at night");
    await desk.review(reviewer, claimId);
    const isAsked = () => waitsFor(reviewer, claimId);
    await done(editClaim(author, claimId, { place: "Goole", version: 0 }, new Date()));
    const decisive = { decisive: { reason: "The report itself." } };
    await done(editEvidence(author, evidenceId, decisive, new Date()));
    expect(await isAsked()).toBe(false);
    const { evidenceId: added } = await desk.addQuote(author, claimId);
    expect(await isAsked()).toBe(true);
    await done(editEvidence(author, added, { shows: "When they run." }, new Date()));
    await done(removeEvidence(author, added, new Date()));
    expect(await isAsked()).toBe(false);
    await done(editEvidence(author, evidenceId, { shows: "How many run." }, new Date()));
    expect(await isAsked()).toBe(true);
    await done(reaffirmReview(reviewer, claimId, {}, new Date()));
    expect(await isAsked()).toBe(false);
    await done(
      editClaim(author, claimId, { text: "Five trams run in Goole by night", version: 1 }, new Date()),
    );
    expect(await isAsked()).toBe(true);
    const again = { text: "Five trams run in Goole after dark", version: 2 };
    const { entryId } = await done(editClaim(author, claimId, again, new Date()));
    await done(takeBack(author, { entryId: entryId! }, new Date()));
    expect(await isAsked()).toBe(true);
    const back = { text: "Five trams run in Goole at night", version: 4 };
    await done(editClaim(author, claimId, back, new Date()));
    expect(await isAsked()).toBe(false);
  });

  it("asks one person's desk for one mark, and nobody for one on what is signed already", async () => {
    const { claimId, author, reviewer } = await desk.inReview("Seven trams run in Goole at night");
    await onePersonDesk();
    expect(await waitsFor(reviewer, claimId)).toBe(true);
    await desk.review(reviewer, claimId);
    // Its next step is its writer's by then.
    expect([await waitsFor(reviewer, claimId), await waitsFor(author, claimId)]).toEqual([false, true]);
    await desk.event(author, claimId, "ready");
    const [third, editor] = [
      await database.makeViewer("checker", "Third"),
      await database.makeViewer("editor", "Signer"),
    ];
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    const revisionHash = await desk.revisionHash(claimId);
    await done(scheduleSignOff(editor, claimId, { revisionHash, publishAt }, new Date()));
    await database.sqlOwner(`DELETE FROM setting WHERE key = 'gate'`);
    expect(await waitsFor(third, claimId)).toBe(false);
  });

  it("says wherever a claim is listed when it will be published, so that it is called by one word", async () => {
    const { claimId, articleId, hash, author } = await desk.ready("Nine trams run in Selby at night");
    const editor = await database.makeViewer("editor", "Signer");
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await done(scheduleSignOff(editor, claimId, { revisionHash: hash, publishAt }, new Date()));
    const twin = await done(createClaim(author, { text: "Nine trams run in Selby by night" }, new Date()));
    const all = readQueueFilters({ needs: "all" });
    const rows = (await listClaims(author, all, new Date())).items;
    const names = await listClaimNames(author, all, new Date());
    const { claims } = await articleDependants(author, articleId, new Date(), { limit: 30 });
    const times = [rows.find(({ id }) => id === claimId), names.find(({ id }) => id === claimId), claims[0]];
    expect(times.map((one) => one?.publishAt)).toEqual([publishAt, publishAt, publishAt]);
    const other = rows.find(({ id }) => id === twin.claimId);
    expect(other?.publishAt).toBeNull();
    expect(other?.similar).toMatchObject({ id: claimId, publishAt });
  });

  it("asks a reviewer again once evidence is back that was away when they gave their mark", async () => {
    const { claimId, evidenceId, author, reviewer } = await desk.inReview(
      "Eight trams run in Goole at night",
    );
    const { evidenceId: away } = await desk.addQuote(author, claimId);
    await done(removeEvidence(author, away, new Date()));
    await desk.review(reviewer, claimId);
    const isAsked = () => waitsFor(reviewer, claimId);
    await done(removeEvidence(author, evidenceId, new Date()));
    expect(await isAsked()).toBe(true);
    await done(restoreEvidence(author, evidenceId, new Date()));
    expect(await isAsked()).toBe(false);
    await done(restoreEvidence(author, away, new Date()));
    expect(await isAsked()).toBe(true);
    await done(removeEvidence(author, away, new Date()));
    expect(await isAsked()).toBe(false);
  });

  it("asks no editor to sign what they wrote part of, unless one person may do both", async () => {
    const { claimId, articleId, author, reviewer, other } = await desk.inReview(
      "Six trams run in Goole at night",
    );
    const [writer, describer] = [
      await database.makeViewer("editor", "Writer"),
      await database.makeViewer("editor", "Describer"),
    ];
    await done(editArticle(describer, articleId, { byline: "Ada Moor" }, new Date()));
    await done(writeVerdict(writer, claimId, { finding: "They do, every night.", version: 1 }, new Date()));
    for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
    await desk.event(author, claimId, "ready");
    for (const viewer of [writer, describer]) expect(await waitsFor(viewer, claimId)).toBe(false);
    expect(await waitsFor(await database.makeViewer("editor", "Signer"), claimId)).toBe(true);
    await onePersonDesk();
    expect(await waitsFor(writer, claimId)).toBe(true);
    await database.sqlOwner(`DELETE FROM setting WHERE key = 'gate'`);
  });
});
