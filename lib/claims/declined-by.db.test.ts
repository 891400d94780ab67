import { expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { sendEvent } from "./commands/send-event";
import { declinedBy } from "./declined-by.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("of a claim that was declined twice it is whoever did so last, and when; of one that never was nobody", async () => {
  const { claimId, author, other } = await desk.inReview();
  await done(sendEvent(author, claimId, { event: "return" }, new Date()));
  expect(await declinedBy(claimId)).toBeNull();
  const at = (minute: number) => new Date(Date.UTC(2031, 2, 8, 18, minute));
  await done(sendEvent(author, claimId, { event: "decline", reason: "opinion" }, at(1)));
  await done(sendEvent(author, claimId, { event: "reopen" }, at(5)));
  await done(sendEvent(other, claimId, { event: "decline", reason: "low-reach" }, at(10)));
  expect(await declinedBy(claimId)).toEqual({ name: other.name, at: at(10).toISOString() });
});
