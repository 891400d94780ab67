import { beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { encodeCursor } from "../core/cursor";
import { seedDemoDesk } from "../demo/seed-demo.server";
import { offeredNames } from "./offered-names.server";
import { announcePublished } from "./published-notices.server";
import { countCurrent, listChanged, listCurrent } from "./queries";
import { searchVerdicts } from "./search-verdicts.server";

useTestDatabase();
let all: string[] = [];

beforeAll(async () => {
  await seedDemoDesk();
  all = (await listCurrent({ limit: 100 })).items.map(({ slug }) => slug);
});

test("pages join without gap or repeat, forwards and back again", async () => {
  expect(all).toHaveLength(await countCurrent());
  const forwards: string[] = [];
  let page = await listCurrent({ limit: 1 });
  expect(page.newer).toBeNull();
  forwards.push(...page.items.map(({ slug }) => slug));
  while (page.older !== null) {
    page = await listCurrent({ limit: 1, before: page.older });
    forwards.push(...page.items.map(({ slug }) => slug));
  }
  expect(forwards).toEqual(all);
  const back = page.items.map(({ slug }) => slug);
  while (page.newer !== null) {
    page = await listCurrent({ limit: 1, after: page.newer });
    back.unshift(...page.items.map(({ slug }) => slug));
  }
  expect(back).toEqual(all);
});

test("a cursor that is not ours is the beginning", async () => {
  const cursors = [
    "",
    "x",
    encodeCursor([1, 2]),
    encodeCursor(["now", "id"]),
    encodeCursor(["2024-01-01", "'\0"]),
  ];
  for (const before of cursors) {
    expect((await listCurrent({ limit: 100, before })).items.map(({ slug }) => slug)).toEqual(all);
  }
});

test("retractions are listed only where they are asked for", async () => {
  const everything = await listCurrent({ limit: 100, withRetractions: true });
  expect(everything.items).toHaveLength(all.length + 1);
  const changed = await listChanged({ limit: 100 });
  expect(changed.items.map(({ versions, version }) => versions[version - 1]!.record.kind)).toEqual([
    "retraction",
    "publication",
  ]);
  const byWords = { query: "Aurus 500,000", filter: {}, limit: 100 };
  expect((await searchVerdicts(byWords)).items).toHaveLength(0);
});

test("the names that search offers are counted once, and anew once something is published", async () => {
  // Asked in one breath: a notice from elsewhere empties what is kept at any time.
  const asked = offeredNames("topic");
  expect(offeredNames("topic")).toBe(asked);
  expect((await asked).length).toBeGreaterThan(0);
  const before = offeredNames("topic");
  announcePublished(all[0]!);
  const again = offeredNames("topic");
  expect(again).not.toBe(before);
  expect(await again).toEqual(await asked);
});
