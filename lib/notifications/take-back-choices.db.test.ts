import { expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { takeBack } from "../undo/take-back.server";
import { saveChoices } from "./commands";
import { defaultRhythm, defaultWays, type NewsKind, type NewsWay } from "./kinds";
import { newsChoices } from "./queries";
import type { SaveChoicesInput } from "./schema";

const database = useTestDatabase();
const now = () => new Date();

const choose = (
  viewer: Viewer,
  ways: Partial<Record<NewsKind, NewsWay>>,
  more: Partial<SaveChoicesInput> = {},
) => done(saveChoices(viewer, { ways: { ...defaultWays, ...ways }, rhythm: "day", hour: 7, ...more }, now()));
const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
  takeBack(viewer, { entryId: entryId! }, now());
const nothing = { inApp: false, byMail: false };

it("what a person wants to be told of is as before they saved it, also where they had never chosen", async () => {
  const viewer = await database.makeViewer("checker", "Chooser");
  const first = await choose(viewer, { mention: nothing, claim: nothing }, { rhythm: "never", hour: 9 });
  // Twice, as by whoever lost the answer: it is put back once.
  for (let twice = 0; twice < 2; twice += 1) await done(undo(viewer, first));
  expect(await newsChoices(viewer)).toEqual({ ways: defaultWays, rhythm: defaultRhythm });
  const events = await database.sql(`SELECT event FROM log_entry WHERE "actorId" = $1 ORDER BY id`, [
    viewer.id,
  ]);
  expect(events.map(({ event }) => event)).toEqual(["news.choices-saved", "news.choices-undone"]);
  expect(await choose(viewer, {})).toEqual({ entryId: null });
});

it("it is refused once the same was chosen otherwise, and leaves what was chosen about other news since", async () => {
  const viewer = await database.makeViewer("checker", "Chooses again");
  const first = await choose(viewer, { mention: nothing });
  await choose(viewer, { mention: nothing, source: nothing });
  await done(undo(viewer, first));
  expect((await newsChoices(viewer)).ways).toEqual({ ...defaultWays, source: nothing });

  const second = await choose(viewer, { mention: nothing, source: nothing });
  await choose(viewer, { mention: { inApp: true, byMail: false }, source: nothing });
  const before = await newsChoices(viewer);
  expect(await refused(undo(viewer, second))).toMatchObject({
    code: "stale",
    detail: "You chose otherwise after that, so nothing was put back.",
  });
  expect(await newsChoices(viewer)).toEqual(before);
  const other = await database.makeViewer("checker", "Somebody else");
  expect(await refused(undo(other, second))).toMatchObject({ kind: "not_found" });
});
