import { describe, expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { logReach, markSeen } from "../log/seen-marks.server";
import { assignClaim } from "./commands/assign-claim";
import { createClaim } from "./commands/create-claim";
import { sendEvent } from "./commands/send-event";
import { claimsToQuoteFor } from "./claims-to-quote-for.server";

const at = (minute: number) => new Date(Date.UTC(2027, 1, 1, 12, minute));

describe("the claims that words of an article can be logged to", () => {
  const database = useTestDatabase();

  it("are those with the words, then those looked at last and in hand, then the newest, and never closed ones", async () => {
    const viewer = await database.makeViewer("checker", "Reader");
    const texts = [
      "Otters swim in Hull",
      "Trams run in Goole",
      "Bells ring in York",
      "Ships sail from Leith",
    ];
    const ids: string[] = [];
    for (const text of texts) ids.push((await done(createClaim(viewer, { text }, at(0)))).claimId);
    const [otters, trams, bells, ships] = ids as [string, string, string, string];
    for (let n = 0; n < 55; n += 1)
      await done(createClaim(viewer, { text: `Number ${n} is a claim` }, at(1)));
    const look = async (claimId: string, minute: number) =>
      markSeen(viewer, { claimId, ...(await logReach(claimId)) }, at(minute));
    await look(trams, 2);
    await look(bells, 3);
    await look(ships, 4);
    await done(assignClaim(viewer, otters, { assigneeId: viewer.id }, at(5)));
    await done(sendEvent(viewer, ships, { event: "decline", reason: "opinion" }, at(5)));

    const plain = await claimsToQuoteFor(viewer, undefined, at(6));
    expect(plain.found).toEqual([]);
    expect(plain.inHand.map(({ id }) => id)).toEqual([bells, trams, otters]);
    expect(plain.all.slice(0, 4).map(({ text }) => text)).toEqual([
      "Bells ring in York",
      "Trams run in Goole",
      "Otters swim in Hull",
      "Number 54 is a claim",
    ]);
    const asked = await claimsToQuoteFor(viewer, "number 1", at(6));
    expect(asked.found.map(({ text }) => text)).toContain("Number 1 is a claim");
    expect(asked.all[0]).toEqual(asked.found[0]);
    expect((await claimsToQuoteFor(viewer, "ships", at(6))).found).toEqual([]);
    expect(new Set(asked.all.map(({ id }) => id)).size).toBe(asked.all.length);
  });

  it("are an intern's own, however many newer ones are not", async () => {
    const other = await database.makeViewer("checker", "Other");
    const intern = { ...(await database.makeViewer("checker", "Intern")), sees: "own" as const };
    const text = "Herons nest in Thorne";
    const { claimId } = await done(createClaim(intern, { text }, at(7)));
    for (let n = 0; n < 55; n += 1) await done(createClaim(other, { text: `Newer ${n} is a claim` }, at(8)));
    expect((await claimsToQuoteFor(intern, undefined, at(9))).all).toEqual([{ id: claimId, text }]);
  });
});
