import { expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { takeBack } from "../undo/take-back.server";
import { saveKeys } from "./commands";
import { keysOf } from "./queries";
import type { SaveKeysInput } from "./schema";

const database = useTestDatabase();

it("keeps a person's keys and the switch apart, and for that person alone", async () => {
  const [one, other] = [
    await database.makeViewer("checker", "One"),
    await database.makeViewer("editor", "Other"),
  ];
  expect(await keysOf(one)).toEqual({ isOn: true, keys: {} });
  await done(saveKeys(one, { keys: { "list.next": "n" } }, new Date()));
  await done(saveKeys(one, { isOn: false }, new Date()));
  expect(await keysOf(one)).toEqual({ isOn: false, keys: { "list.next": "n" } });
  expect(await keysOf(other)).toEqual({ isOn: true, keys: {} });
});

const save = (viewer: Viewer, input: SaveKeysInput) => done(saveKeys(viewer, input, new Date()));
const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
  takeBack(viewer, { entryId: entryId! }, new Date());

it("gives a person their whole map back that “Back to the usual keys” took, and the switch by itself", async () => {
  const viewer = await database.makeViewer("checker", "Own keys");
  const own = { "list.next": "n", "list.previous": "p", "claim.comment": "" } as const;
  const first = await save(viewer, { keys: own });
  const usual = await save(viewer, { keys: {} });
  expect(await keysOf(viewer)).toEqual({ isOn: true, keys: {} });
  const off = await save(viewer, { isOn: false });
  // Twice, as by whoever lost the answer: it is put back once.
  for (let twice = 0; twice < 2; twice += 1) await done(undo(viewer, usual));
  expect(await keysOf(viewer)).toEqual({ isOn: false, keys: own });
  await done(undo(viewer, off));
  await done(undo(viewer, first));
  expect(await keysOf(viewer)).toEqual({ isOn: true, keys: {} });
  expect(await save(viewer, { keys: {} })).toEqual({ entryId: null });
});

it("puts no keys back over those that were saved since, nor somebody else's", async () => {
  const viewer = await database.makeViewer("checker", "In two tabs");
  const first = await save(viewer, { keys: { "list.next": "n" } });
  await save(viewer, { keys: { "list.next": "m" } });
  expect(await refused(undo(viewer, first))).toMatchObject({
    kind: "conflict",
    code: "stale",
    detail: "You changed your keys after that, so nothing was put back.",
  });
  expect(await keysOf(viewer)).toEqual({ isOn: true, keys: { "list.next": "m" } });
  const other = await database.makeViewer("checker", "Somebody else");
  expect(await refused(undo(other, first))).toMatchObject({ kind: "not_found" });
});
