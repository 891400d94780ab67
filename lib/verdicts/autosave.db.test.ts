import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { getClaim } from "../claims/queries";
import { runIdempotent } from "../core/run-idempotent.server";
import { signForNowOrLater } from "../schedules/commands/sign-for-now-or-later";
import { writeVerdict } from "./commands";

const database = useTestDatabase();
const desk = makeDesk(database);

/** A draft that was saved by itself while in review and whose claim was called ready then, and how it saves itself again. */
async function savedThenReady() {
  const { claimId, author, reviewer, other } = await desk.inReview();
  const save = (finding: string, version: number, key: string) =>
    runIdempotent(author, { route: "autosave", key: `${claimId}:${key}` }, () =>
      writeVerdict(author, claimId, { finding, version }, new Date(), { isAutosave: true }),
    );
  const first = await done(save("They do, daily.", 1, "first"));
  await desk.review(reviewer, claimId);
  await desk.review(other, claimId);
  await desk.event(author, claimId, "ready");
  const state = async () => (await getClaim(author, claimId, new Date()))!.state;
  return { claimId, author, first, save, state };
}

it("a draft whose answer was lost is told that it was saved, though the claim is ready by now", async () => {
  const { first, save, state } = await savedThenReady();
  expect(await done(save("They do, daily.", 1, "first"))).toEqual(first);
  expect(await state()).toBe("ready");
});

it("a draft does not save itself over what is ready, or signed for later, and a hand does", async () => {
  const { claimId, author, first, save, state } = await savedThenReady();
  expect(await refused(save("They do, twice.", first.version, "second"))).toMatchObject({ code: "ready" });
  const editor = await database.makeViewer("editor", "Signer");
  const publishAt = new Date(Date.now() + 86_400_000).toISOString();
  const revisionHash = await desk.revisionHash(claimId);
  await done(signForNowOrLater(editor, claimId, { revisionHash, publishAt }, new Date()));
  expect(await refused(save("They do, twice.", first.version, "third"))).toMatchObject({ code: "scheduled" });
  expect(await state()).toBe("ready");
  const byHand = { finding: "They do, twice.", version: first.version };
  await done(writeVerdict(author, claimId, byHand, new Date()));
  expect(await state()).toBe("in-review");
});
