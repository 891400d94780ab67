import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { signedIn } from "../accounts/fixtures/people.server";
import { createClaim } from "../claims/commands/create-claim";
import { sendEvent } from "../claims/commands/send-event";
import { db } from "../core/db.server";
import { openCorrection } from "../publications/commands/open-correction";
import { decideTip } from "../tips/commands";
import { sendTip } from "../tips/fixtures/send-tip.server";
import { ledgerFigures, listLedger, wholeLedger } from "./queries";
import { listLedgerSchema, type LedgerFilters, type ListLedgerInput } from "./schema";

const database = useTestDatabase();
const desk = makeDesk(database);

describe("the selection ledger", () => {
  const arrived = new Date("2031-05-02T09:00:00Z");
  const listed = async (viewer: Viewer, input: Partial<ListLedgerInput> = {}) =>
    (await listLedger(viewer, listLedgerSchema.parse(input))).items;

  it("keeps claims and tips that were declined, with why, by whom and where from; filtered and paged, each once", async () => {
    const checker = await signedIn("checker", arrived);
    const made: string[] = [];
    for (const topic of ["Ships", "Ships", "Weather"]) {
      const claim = await createClaim(checker, { text: `A claim on ${topic}`, topics: [topic] }, arrived);
      const claimId = claim.ok ? claim.value.claimId : "";
      await sendEvent(
        checker,
        claimId,
        { event: "decline", reason: "low-reach", note: "Few saw it." },
        arrived,
      );
      made.push(claimId);
    }
    const tipId = await sendTip(arrived, "Nothing to check here.");
    await decideTip(checker, tipId, { decision: "decline", reason: "opinion", note: "A taste." }, arrived);
    const may = { month: "2031-05" };
    // Claims are dated by the database, which is not in 2031.
    await db().claim.updateMany({ where: { id: { in: made } }, data: { createdAt: arrived } });
    expect((await listed(checker, may)).map(({ id }) => id)).toEqual([tipId, ...made.toReversed()]);
    expect((await listed(checker, { ...may, topic: "Ships" })).map(({ id }) => id)).toEqual([
      made[1],
      made[0],
    ]);
    expect((await listed(checker, { ...may, topic: "no-topic" })).map(({ id }) => id)).toEqual([tipId]);
    const [ofTip] = await listed(checker, { ...may, source: "example.org" });
    expect(ofTip).toMatchObject({
      id: tipId,
      reason: "opinion",
      note: "A taste.",
      decided: { by: checker.name },
    });
    const [ofClaim] = await listed(checker, { ...may, source: "desk", reason: "low-reach" });
    expect(ofClaim).toMatchObject({ what: "claim", note: "Few saw it.", decided: { by: checker.name } });
    const filed = async (filters: LedgerFilters) => (await wholeLedger(checker, filters)).map(({ id }) => id);
    expect(await filed({ ...may, topic: "Ships" })).toEqual([made[1], made[0]]);
    expect(await filed(may)).toEqual([tipId, ...made.toReversed()]);
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const shown = await listLedger(checker, { ...may, limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...shown.items.map(({ id }) => id));
      cursor = shown.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(seen).toEqual([tipId, ...made.toReversed()]);
  });

  it("counts what was taken up and what was not; what waits for a decision is not counted", async () => {
    const checker = await signedIn("checker", arrived);
    const before = await ledgerFigures(checker);
    const claim = await createClaim(checker, { text: "Taken up", topics: ["Ledger"] }, arrived);
    const claimId = claim.ok ? claim.value.claimId : "";
    await sendTip(arrived, "It waits.");
    const waiting = await ledgerFigures(checker);
    expect(waiting.total).toEqual(before.total);
    expect(waiting.undecided).toEqual({
      claims: before.undecided.claims + 1,
      tips: before.undecided.tips + 1,
    });
    await sendEvent(checker, claimId, { event: "start-research" }, arrived);
    const after = await ledgerFigures(checker);
    expect(after.total).toEqual({ ...before.total, chosen: before.total.chosen + 1 });
    expect(after.topics).toContainEqual({ key: "Ledger", chosen: 1, declined: 0 });
    const sum = (rows: typeof after.months) =>
      rows.reduce((all, { chosen, declined }) => all + chosen + declined, 0);
    const total = after.total.chosen + after.total.declined;
    expect(after.declined.claims + after.declined.parts + after.declined.tips).toBe(after.total.declined);
    expect([sum(after.months), sum(after.sources), sum(after.reasons)]).toEqual([
      total,
      total,
      after.total.declined,
    ]);
  });

  it("counts a claim that was chosen from a tip as taken up though nobody began with it, until it is declined", async () => {
    const checker = await signedIn("checker", arrived);
    const before = await ledgerFigures(checker);
    const tipId = await sendTip(arrived, "Somebody should look at this.");
    const chosen = await decideTip(checker, tipId, { decision: "choose" }, arrived);
    const claimId = (chosen.ok && chosen.value.claimId) || "";
    const after = await ledgerFigures(checker);
    expect(after.total).toEqual({ ...before.total, chosen: before.total.chosen + 1 });
    expect(after.undecided).toEqual(before.undecided);
    await sendEvent(checker, claimId, { event: "decline", reason: "opinion", note: "A taste." }, arrived);
    const declined = await ledgerFigures(checker);
    expect(declined.total).toEqual({ ...before.total, declined: before.total.declined + 1 });
    expect(declined.undecided).toEqual(before.undecided);
  });

  it("says how the claim stands that a declined tip says the same as: checked is only what is published", async () => {
    const checker = await signedIn("checker", arrived);
    const claim = await createClaim(checker, { text: "They own 12 trams", topics: [] }, arrived);
    const claimId = claim.ok ? claim.value.claimId : "";
    const tipId = await sendTip(arrived, "They own twelve trams.");
    await decideTip(checker, tipId, { decision: "decline", reason: "already-checked", claimId }, arrived);
    const stands = async () => (await listed(checker)).find(({ id }) => id === tipId)?.claimStands;
    expect(await stands()).toBe("open");
    await sendEvent(checker, claimId, { event: "decline", reason: "opinion", note: "A taste." }, arrived);
    expect(await stands()).toBe("declined");
    const { claimId: publishedId } = await desk.published("They own 13 trams");
    await db().tip.update({ where: { id: tipId }, data: { claimId: publishedId } });
    expect(await stands()).toBe("checked");
    await done(openCorrection(checker, publishedId, { class: "update", reason: "New facts." }, arrived));
    expect(await stands()).toBe("checked");
    const others = (await listed(checker)).filter(({ id }) => id !== tipId);
    expect(others.every(({ claimStands }) => claimStands === null)).toBe(true);
  });

  it("keeps a part that was declined: in the list, the file and the figures alike", async () => {
    const checker = await signedIn("checker", arrived);
    const whole = await createClaim(checker, { text: "They own 34 ferries and 2 trams" }, arrived);
    const parentId = whole.ok ? whole.value.claimId : "";
    const made = await createClaim(checker, { text: "They own 2 trams", parentId }, arrived);
    const partId = made.ok ? made.value.claimId : "";
    const before = await ledgerFigures(checker);
    await sendEvent(checker, partId, { event: "decline", reason: "opinion", note: "Nobody asks." }, arrived);
    const { total, declined, undecided } = await ledgerFigures(checker);
    expect(total).toEqual({ ...before.total, declined: before.total.declined + 1 });
    expect(declined).toEqual({ ...before.declined, parts: before.declined.parts + 1 });
    expect(undecided).toEqual(before.undecided);
    const wanted = { id: partId, what: "part", note: "Nobody asks.", decided: { by: checker.name } };
    expect((await listed(checker)).find(({ id }) => id === partId)).toMatchObject(wanted);
    const all = await wholeLedger(checker);
    expect(all.find(({ id }) => id === partId)).toMatchObject(wanted);
    expect(all).toHaveLength(total.declined);
    // What is taken up of it is taken up with its whole.
    await sendEvent(checker, partId, { event: "reopen" }, arrived);
    expect((await ledgerFigures(checker)).total).toEqual(before.total);
  });

  it("counts a claim whose decline was taken back as it was before: one that nobody decided about is not taken up", async () => {
    const checker = await signedIn("checker", arrived);
    const claim = await createClaim(checker, { text: "Declined by a slip", topics: [] }, arrived);
    const claimId = claim.ok ? claim.value.claimId : "";
    const stateOf = async () => (await db().claim.findUniqueOrThrow({ where: { id: claimId } })).state;
    const decline = () => sendEvent(checker, claimId, { event: "decline", reason: "opinion" }, arrived);
    const before = await ledgerFigures(checker);
    await decline();
    await sendEvent(checker, claimId, { event: "reopen", asBefore: true }, arrived);
    expect(await stateOf()).toBe("new");
    expect(await ledgerFigures(checker)).toEqual(before);
    await sendEvent(checker, claimId, { event: "start-research" }, arrived);
    await decline();
    await sendEvent(checker, claimId, { event: "reopen", asBefore: true }, arrived);
    expect(await stateOf()).toBe("researching");
    expect((await ledgerFigures(checker)).total.chosen).toBe(before.total.chosen + 1);
  });

  it("counts and lists by the months of the newsroom's clocks", async () => {
    const checker = await signedIn("checker", arrived);
    const value = { name: "The desk", language: "en", label: "", timeZone: "Europe/Kyiv" };
    await db().setting.upsert({
      where: { key: "site" },
      create: { key: "site", value },
      update: { value },
    });
    // On the clocks of Kyiv the new year began two hours ago.
    const tipId = await sendTip(new Date("2032-12-31T22:30:00Z"), "A tip on new year's night.");
    await decideTip(checker, tipId, { decision: "decline", reason: "opinion", note: "A taste." }, arrived);
    const { months } = await ledgerFigures(checker);
    expect(months.filter(({ key }) => key === "2033-01" || key === "2032-12")).toEqual([
      { key: "2033-01", chosen: 0, declined: 1 },
    ]);
    expect((await listed(checker, { month: "2033-01" })).map(({ id }) => id)).toEqual([tipId]);
    expect(await listed(checker, { month: "2032-12" })).toEqual([]);
  });

  it.each([
    ["https://www.Example.org/a?b", "example.org"],
    ["http://user:x@social.example:8080/p", "social.example"],
    [null, "no-address"],
  ])("knows the site of %s", async (url, site) => {
    const [row] = await db().$queryRaw<{ site: string }[]>`SELECT tip_site(${url}) AS site`;
    expect(row?.site).toBe(site);
  });
});
