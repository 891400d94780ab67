import { expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { watchClaim } from "../claims/commands/watch-claim";
import { addComment, settleComment } from "../comments/commands";
import { openCorrection } from "../publications/commands/open-correction";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { saveDraft } from "../site-pages/commands/save-draft";
import { signSitePage } from "../site-pages/commands/sign-page";
import { countUnread, listNews } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);

const settledOf = async (viewer: Viewer, part: string) =>
  (await listNews(viewer)).items.filter(({ text }) => text.includes(part)).map(({ settled }) => settled);

/** How much is new to a person at the bell, which is as much as the list marks as new. */
const newTo = async (viewer: Viewer) => {
  const count = await countUnread(viewer);
  expect((await listNews(viewer)).items.filter(({ isNew }) => isNew)).toHaveLength(count);
  return count;
};

it("that a page waits for a signature is settled once it is signed, for everyone, and the bell counts it no more", async () => {
  const admin = await database.makeViewer("admin", "Ada Admin");
  const [editor, other] = [
    await database.makeViewer("editor", "Ed Editor"),
    await database.makeViewer("editor", "Olga Other"),
  ];
  const write = (text: string, draft: number) =>
    done(saveDraft(admin, { page: "about", text, signatoryOf: [], forSignature: true, draft }, new Date()));
  await write("We are a newsroom.", 0);
  expect(await settledOf(other, "waits for a signature")).toEqual([null]);
  await write("We are a small newsroom.", 1);
  expect(await settledOf(other, "waits for a signature")).toEqual([null, "changed since"]);
  // What was changed since asks for nothing any more.
  expect(await newTo(other)).toBe(1);
  await done(signSitePage(editor, { page: "about", draft: 2 }, new Date()));
  expect(await settledOf(other, "waits for a signature")).toEqual(["signed since", "signed since"]);
  expect(await newTo(other)).toBe(0);
});

it("that a claim was called ready is settled once it is signed, and no longer new to who never read it, and that it was published asks for nothing", async () => {
  const watcher = await database.makeViewer("checker", "Wanda Watcher");
  const scene = await desk.inReview("Two new ferries sail from Thorpe");
  await done(watchClaim(watcher, scene.claimId, { state: "watching" }, new Date()));
  await desk.review(scene.reviewer, scene.claimId);
  await desk.review(scene.other, scene.claimId);
  await desk.event(scene.author, scene.claimId, "ready");
  expect(await settledOf(watcher, "called it ready")).toEqual([null]);
  const before = await newTo(watcher);
  const revisionHash = await desk.revisionHash(scene.claimId);
  const editor = await database.makeViewer("editor", "Sigrid Signer");
  await done(signOffVerdict(editor, scene.claimId, { revisionHash }, new Date()));
  expect(await settledOf(watcher, "called it ready")).toEqual(["signed since"]);
  expect(await settledOf(watcher, "published it")).toEqual([null]);
  // One piece of news came, and one is settled.
  expect(await newTo(watcher)).toBe(before);
  // A correction that is opened later asks for a signature of its own.
  await done(
    openCorrection(scene.author, scene.claimId, { class: "update", reason: "New facts." }, new Date()),
  );
  expect(await settledOf(watcher, "called it ready")).toEqual(["signed since"]);
});

it("that somebody is named is settled when its comment is resolved", async () => {
  const named = await database.makeViewer("checker", "Nora Named");
  const scene = await desk.inReview("Two new ferries sail from Hull");
  const { id } = await done(
    addComment(scene.author, scene.claimId, { text: `@${named.name}, please look.` }, new Date()),
  );
  expect(await settledOf(named, "asks you to look")).toEqual([null]);
  expect(await newTo(named)).toBe(1);
  await done(settleComment(scene.author, id, true, new Date()));
  expect(await newTo(named)).toBe(0);
  expect(await settledOf(named, "asks you to look")).toEqual(["resolved since"]);
  await done(settleComment(scene.author, id, false, new Date()));
  expect(await newTo(named)).toBe(1);
  expect(await settledOf(named, "asks you to look")).toEqual([null]);
});

it("the bell counts to the hundred that it says, past what is settled, of a person with thousands of news", async () => {
  const person = await database.makeViewer("checker", "Full Box");
  const add = (from: number, to: number, key: string) =>
    database.sqlOwner(
      `INSERT INTO notification (id, "userId", kind, text, "onceKey", "createdAt")
       SELECT '0' || lpad(n::text, 6, '0'), $1, 'claim', 'News.', ${key} || n, now() FROM generate_series($2::int, $3::int) n`,
      [person.id, from, to],
    );
  await add(1, 40, "'plain:'");
  expect(await countUnread(person)).toBe(40);
  await add(41, 5_000, "'plain:'");
  expect(await countUnread(person)).toBe(100);
  await database.sqlOwner(
    `INSERT INTO comment (id, "claimId", "authorId", text, at, "mentionedIds", "resolvedAt", "resolvedById")
     SELECT 'settled-' || n, (SELECT min(id) FROM claim), $1, 'x', now(), '{}', now(), $1 FROM generate_series(5001, 5500) n`,
    [person.id],
  );
  await add(5_001, 5_500, "'comment:settled-'");
  expect(await countUnread(person)).toBe(100);
  await database.sqlOwner(
    `UPDATE notification SET "readAt" = now() WHERE "userId" = $1 AND "onceKey" LIKE 'plain:%'`,
    [person.id],
  );
  expect(await countUnread(person)).toBe(0);
});
