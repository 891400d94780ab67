import { expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { saveKeys } from "./commands";
import { keysOf } from "./queries";

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
