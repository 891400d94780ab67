import { expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf } from "../accounts/fixtures/people.server";
import { decideTip, submitTip } from "./commands";
import { getTip } from "./queries";
import { reopenTip } from "./reopen-tip.server";

const database = useTestDatabase();
const now = new Date("2026-11-01T09:00:00Z");

it("a declined tip waits again, with the note for whoever decides next; a chosen one keeps its claim", async () => {
  const checker = await database.makeViewer("checker", "Decides");
  const tip = async (text: string) => (await done(submitTip({ text }, null, now))).id;
  const [declined, chosen] = [await tip("Declined by mistake."), await tip("Chosen.")];
  await done(decideTip(checker, declined, { decision: "decline", reason: "opinion", note: "Not us." }, now));
  await done(decideTip(checker, chosen, { decision: "choose" }, now));
  await done(reopenTip(checker, declined, now));
  await done(reopenTip(checker, declined, now));
  expect(await getTip(checker, declined)).toMatchObject({ state: "new", reason: null, note: "Not us." });
  expect(await eventsOf(declined)).toEqual(["tip.received", "tip.declined", "tip.reopened"]);
  await done(decideTip(checker, declined, { decision: "choose" }, now));
  for (const id of [declined, chosen])
    expect(await refused(reopenTip(checker, id, now))).toMatchObject({ code: "already-decided" });
  expect(await refused(reopenTip(checker, "nothing", now))).toMatchObject({ kind: "not_found" });
});

it("what somebody else declined meanwhile is not taken back by whoever declined it before", async () => {
  const [first, second] = [
    await database.makeViewer("checker", "First"),
    await database.makeViewer("checker", "Second"),
  ];
  const { id } = await done(submitTip({ text: "Declined by two." }, null, now));
  const decline = (viewer: typeof first, note: string) =>
    done(decideTip(viewer, id, { decision: "decline", reason: "opinion", note }, now));
  await decline(first, "Not us.");
  await done(reopenTip(first, id, now));
  await decline(second, "Nor us.");
  expect(await refused(reopenTip(first, id, now))).toMatchObject({
    code: "already-decided",
    detail: `${second.name} declined the tip meanwhile, so it stays declined.`,
  });
  expect(await getTip(first, id)).toMatchObject({ state: "declined", reason: "opinion", note: "Nor us." });
});
