import { beforeAll, beforeEach, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { runCommand } from "../core/run-command.server";
import { touchPresence } from "../live/presence.server";
import { markNewsRead } from "./commands";
import { countUnread, listNews, newsReach } from "./queries";
import { tell } from "./tell.server";

const database = useTestDatabase();
const desk = makeDesk(database);
let claimId: string;
let person: Viewer;

beforeAll(async () => {
  ({ claimId } = await desk.inReview());
});
beforeEach(async () => {
  person = await database.makeViewer("checker", "Somebody told");
});

/** Tells the person something; `meanwhile` happens once it has its id, and before it has come. */
const tellThem = (text: string, meanwhile: () => Promise<void> = async () => {}) =>
  done(
    runCommand(async (tx) => {
      await tell(tx, [person.id], { kind: "claim", text, claimId, onceKey: text }, new Date());
      await meanwhile();
      return null;
    }),
  );

const unread = async () => (await listNews(person)).items.flatMap(({ isNew, text }) => (isNew ? [text] : []));

it("news that came after the list was shown stays new, though its id is older than what was shown", async () => {
  const shown: Awaited<ReturnType<typeof listNews>>[] = [];
  await tellThem("slow", async () => {
    await tellThem("quick");
    shown.push(await listNews(person));
  });
  const [{ items, mark }] = shown as [Awaited<ReturnType<typeof listNews>>];
  expect(items.map(({ text }) => text)).toEqual(["quick"]);
  expect(await unread()).toEqual(["quick", "slow"]);
  expect(await done(markNewsRead(person, mark!, new Date()))).toEqual({ count: 1 });
  expect(await unread()).toEqual(["slow"]);
  expect(await countUnread(person)).toBe(1);
  await done(markNewsRead(person, (await listNews(person)).mark!, new Date()));
  expect(await unread()).toEqual([]);
});

it("of a claim that is open, news that came after its page was made stays new in the same way", async () => {
  const marks: Awaited<ReturnType<typeof newsReach>>[] = [];
  await tellThem("slow", async () => {
    await tellThem("quick");
    marks.push(await newsReach(person, claimId));
  });
  const here = { claimId, tabId: "tab00001" };
  await done(touchPresence(person, { ...here, newsTo: marks[0]! }, new Date()));
  expect(await unread()).toEqual(["slow"]);
  await done(touchPresence(person, { ...here, newsTo: await newsReach(person, claimId) }, new Date()));
  expect(await unread()).toEqual([]);
  expect(await newsReach(person, claimId)).toBeNull();
});

it("after a restore into a database that has counted fewer transactions, what it brought along is marked too", async () => {
  await tellThem("old");
  await database.sqlOwner(`UPDATE notification SET txid = '900000000000' WHERE "userId" = $1`, [person.id]);
  expect(await done(markNewsRead(person, (await listNews(person)).mark!, new Date()))).toEqual({ count: 1 });
});
