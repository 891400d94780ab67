import { expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf } from "../accounts/fixtures/people.server";
import { decideTip, submitTip } from "./commands";
import { getTip } from "./queries";
import { reopenTip } from "./reopen-tip.server";

const database = useTestDatabase();
const now = new Date("2026-11-01T09:00:00Z");

it("a declined tip waits again, with nothing of why it was declined; a chosen one keeps its claim", async () => {
  const checker = await database.makeViewer("checker", "Decides");
  const tip = async (text: string) => (await done(submitTip({ text }, null, now))).id;
  const [declined, chosen] = [await tip("Declined by mistake."), await tip("Chosen.")];
  await done(decideTip(checker, declined, { decision: "decline", reason: "opinion", note: "Not us." }, now));
  await done(decideTip(checker, chosen, { decision: "choose" }, now));
  await done(reopenTip(checker, declined, now));
  await done(reopenTip(checker, declined, now));
  expect(await getTip(checker, declined)).toMatchObject({ state: "new", reason: null, note: null });
  expect(await eventsOf(declined)).toEqual(["tip.received", "tip.declined", "tip.reopened"]);
  await done(decideTip(checker, declined, { decision: "choose" }, now));
  for (const id of [declined, chosen])
    expect(await refused(reopenTip(checker, id, now))).toMatchObject({ code: "already-decided" });
  expect(await refused(reopenTip(checker, "nothing", now))).toMatchObject({ kind: "not_found" });
});
