import { expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { signPublicNotice } from "../notices/commands/sign-notice";
import { openCorrection } from "./commands/open-correction";
import { retractPublication } from "./commands/retract-publication";
import { countPublished, listPublished } from "./list-published.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("what is published can be narrowed to what is being corrected or was retracted, is counted so, and comes with the reasons", async () => {
  const [one, two] = [await desk.published("Two ferries sail"), await desk.published("Nine barges lie")];
  await desk.published("A tug is sold");
  const notice = { kind: "under-review", text: "We look at it again." } as const;
  await done(signPublicNotice(one.editor, one.claimId, notice, new Date()));
  const opened = { class: "correction", reason: "A word was wrong." } as const;
  await done(openCorrection(one.author, one.claimId, opened, new Date()));
  await done(
    retractPublication(two.editor, two.claimId, { reason: "No barge was there.", version: 1 }, new Date()),
  );

  const claims = async (only?: "correction" | "retracted") =>
    (await listPublished(undefined, only)).items.map(({ claimId }) => claimId);
  expect(await claims()).toHaveLength(3);
  expect(await claims("correction")).toEqual([one.claimId]);
  expect(await claims("retracted")).toEqual([two.claimId]);
  expect(await countPublished()).toEqual({ all: 3, correction: 1, retracted: 1 });
  const { items } = await listPublished(undefined);
  const of = (claimId: string) => items.find((item) => item.claimId === claimId);
  expect(of(one.claimId)).toMatchObject({ reason: null, notices: [notice] });
  expect(of(two.claimId)).toMatchObject({ reason: "No barge was there.", notices: [] });
});
