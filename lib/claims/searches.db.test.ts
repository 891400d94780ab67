import { describe, expect, it } from "vitest";
import type { Viewer } from "../access/viewer";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { db } from "../core/db.server";
import { claimHistory } from "../log/claim-history.server";
import { saveDesk } from "../settings/commands";
import { editSearch, logSearch } from "./commands/log-work";
import { restoreSearch, withdrawSearch } from "./commands/withdraw-search";
import { openClaim } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);

describe("a logged search", () => {
  it("is in the record only while the newsroom shows searches and nobody keeps it back; it counts either way", async () => {
    const { claimId, author } = await desk.inReview();
    const input = { where: "a bank's archive", query: "engines", found: "nothing" } as const;
    const { id } = await done(logSearch(author, claimId, input, new Date()));
    const places = async () => {
      const { record, dossier } = (await openClaim(claimId, new Date()))!;
      expect(dossier.searches).toHaveLength(2);
      return record.searches.map(({ where }) => where);
    };
    expect(await places()).toEqual(["the register", "a bank's archive"]);
    await done(editSearch(author, id, { shown: false }, new Date()));
    expect(await places()).toEqual(["the register"]);
    const admin = await database.makeViewer("admin", "Chooses");
    const { version } = await done(saveDesk(admin, { showsSearches: false, version: 0 }, new Date()));
    expect(await places()).toEqual([]);
    await done(saveDesk(admin, { showsSearches: true, version }, new Date()));
  });
});

describe("an edit of a search", () => {
  it("is undone to what it said before, unless somebody changed it since, and the history names the fields", async () => {
    const { claimId, author, other } = await desk.inReview();
    const open = async () => (await openClaim(claimId, new Date()))!;
    const before = await open();
    const { id, searchedAt } = before.dossier.searches[0]!;
    const input = {
      note: "Two drawers.",
      side: "disputes",
      searchedAt: "2031-03-01T09:00:00+01:00",
      shown: false,
    } as const;
    const edited = await done(editSearch(author, id, input, new Date()));
    expect(edited).toMatchObject({ changes: input, was: { note: null, searchedAt, shown: true } });
    const undo = (by: Viewer) => editSearch(by, id, edited.was, new Date(), edited.changes);
    await done(editSearch(other, id, { note: "Three drawers." }, new Date()));
    expect(await refused(undo(author))).toMatchObject({ code: "stale" });
    await done(editSearch(other, id, { note: "Two drawers." }, new Date()));
    await done(undo(author));
    await done(undo(author));
    expect((await open()).revision.hash).toBe(before.revision.hash);
    const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: true });
    const fields = ["note", "side", "shown", "searchedAt"];
    expect(entries.filter(({ event }) => event.startsWith("search.edit"))).toMatchObject([
      { event: "search.edit-undone", fields, detail: "the register: ferries" },
      { event: "search.edited", fields: ["note"] },
      { event: "search.edited", fields: ["note"] },
      { event: "search.edited", fields },
    ]);
  });
});

describe("a search that somebody changed after it was read", () => {
  it("is neither changed nor taken back unseen: both sides are given, and what stands there now", async () => {
    const { claimId, author, other } = await desk.inReview();
    const search = async () => (await openClaim(claimId, new Date()))!.dossier.searches[0]!;
    const { id, ...asRead } = await search();
    await done(editSearch(other, id, { note: "Three drawers.", shown: false }, new Date()));
    const mine = { note: "Two drawers.", shown: true, where: asRead.where };
    const refusal = await refused(editSearch(author, id, { ...mine, expected: asRead }, new Date()));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "stale",
      detail: expect.stringContaining(other.name),
      extra: {
        current: { ...asRead, note: "Three drawers.", shown: false },
        conflict: [
          { field: "note", mine: "Two drawers.", theirs: "Three drawers." },
          { field: "shown", mine: "on", theirs: "" },
        ],
      },
    });
    expect(await refused(withdrawSearch(author, id, new Date(), asRead))).toMatchObject({ code: "stale" });
    expect(await search()).toMatchObject({ note: "Three drawers.", shown: false });
    const { current } = refusal.extra as { current: typeof asRead };
    await done(editSearch(author, id, { ...mine, expected: current }, new Date()));
    expect(await search()).toMatchObject({ note: "Two drawers.", shown: true });
    const { id: _id, ...now } = await search();
    await done(withdrawSearch(author, id, new Date(), now));
  });
});

describe("a search that is taken back", () => {
  it("counts no more, cannot be written on, comes back as it was, and stays in the history by name", async () => {
    const { claimId, author } = await desk.inReview();
    const open = async () => (await openClaim(claimId, new Date()))!;
    const before = await open();
    const { id } = before.dossier.searches[0]!;
    await done(withdrawSearch(author, id, new Date()));
    expect((await open()).dossier.searches).toEqual([]);
    expect((await open()).record.searches).toEqual([]);
    expect(await refused(editSearch(author, id, { note: "x" }, new Date()))).toMatchObject({
      code: "not-found",
    });
    expect(await refused(withdrawSearch(author, id, new Date()))).toMatchObject({ code: "not-found" });
    await done(restoreSearch(author, id, new Date()));
    await done(restoreSearch(author, id, new Date()));
    expect((await open()).revision.hash).toBe(before.revision.hash);
    const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: true });
    const told = entries.filter(({ event }) => event.startsWith("search."));
    expect(told.map(({ event, detail }) => [event, detail])).toEqual([
      ["search.restored", "the register: ferries"],
      ["search.withdrawn", "the register: ferries"],
      ["search.logged", null],
    ]);
  });

  it("has its authors again once somebody else puts it back, and both are authors", async () => {
    const { author, other, claimId } = await desk.inReview();
    const { id } = (await openClaim(claimId, new Date()))!.dossier.searches[0]!;
    await done(withdrawSearch(author, id, new Date()));
    await done(restoreSearch(other, id, new Date()));
    const open = await db().contribution.findMany({ where: { subjectId: id, removedCycle: null } });
    expect(new Set(open.map(({ userId }) => userId))).toEqual(new Set([author.id, other.id]));
  });

  it("stays on a published claim until a correction is opened", async () => {
    const { author, claimId } = await desk.published();
    const { id } = (await openClaim(claimId, new Date()))!.dossier.searches[0]!;
    expect(await refused(withdrawSearch(author, id, new Date()))).toMatchObject({
      code: "open-a-correction",
    });
  });
});
