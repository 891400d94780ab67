import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { writeVerdict } from "./commands";
import { takeBackDraft } from "./take-back-draft.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("words of a draft are taken back once, and whoever asks again because the answer was lost is told that they are", async () => {
  const { claimId, author, other } = await desk.inReview();
  const write = (viewer: Viewer, finding: string, version: number) =>
    done(writeVerdict(viewer, claimId, { finding, version }, new Date()));
  const draft = async () =>
    (await database.sql(`SELECT finding, version FROM verdict WHERE "claimId" = $1`, [claimId]))[0];
  await write(author, "They do, daily.", 1);
  const undo = () => takeBackDraft(author, claimId, { since: 1, version: 2 }, new Date());
  for (let asked = 0; asked < 2; asked += 1) expect(await done(undo())).toEqual({ claimId, version: 3 });
  expect(await draft()).toEqual({ finding: "They do.", version: 3 });

  // Nor does it write over what others wrote after it.
  await desk.review(other, claimId);
  await write(other, "They do, it seems.", 3);
  expect(await done(undo())).toEqual({ claimId, version: 3 });
  expect(await draft()).toEqual({ finding: "They do, it seems.", version: 4 });
  const late = takeBackDraft(author, claimId, { since: 2, version: 3 }, new Date());
  expect(await refused(late)).toMatchObject({ code: "stale" });
});
