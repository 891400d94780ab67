import { expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { watchClaim } from "../claims/commands/watch-claim";
import { saveDraft } from "../site-pages/commands/save-draft";
import { saveChoices } from "./commands";
import { defaultWays } from "./kinds";
import { countUnread, listNews } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const editor = (name: string) => database.makeViewer("editor", name);

/** What a person was told by any way, as "kind: text, bell, mail". */
const told = async (viewer: Viewer) =>
  (
    await database.sql<{ kind: string; text: string; inApp: boolean; byMail: boolean }>(
      `SELECT kind, text, "inApp", "byMail" FROM notification WHERE "userId" = $1 ORDER BY id`,
      [viewer.id],
    )
  ).map(({ kind, text, inApp, byMail }) =>
    [`${kind}: ${text}`, ...(inApp ? ["bell"] : []), ...(byMail ? ["mail"] : [])].join(", "),
  );

/** A claim that was called ready by its author; `meanwhile` happens in review. */
async function calledReady(meanwhile: (claimId: string) => Promise<unknown> = async () => {}) {
  const scene = await desk.inReview();
  await meanwhile(scene.claimId);
  await desk.review(scene.reviewer, scene.claimId);
  await desk.review(scene.other, scene.claimId);
  await desk.event(scene.author, scene.claimId, "ready");
  return {
    ...scene,
    text: `${scene.author.name} called it ready for an editor. It waits for your signature.`,
  };
}

it("a claim called ready is told to every editor who can sign it, at the bell and by mail, and to none who wrote of it", async () => {
  const [signer, writer] = [await editor("Sigrid Signer"), await editor("Walter Writer")];
  const { text, reviewer } = await calledReady(async (claimId) => {
    const [row] = await database.sql<{ version: number }>(`SELECT version FROM claim WHERE id = $1`, [
      claimId,
    ]);
    await done(editClaim(writer, claimId, { why: "Many asked.", version: row!.version }, new Date()));
  });
  expect(await told(signer)).toEqual([`to-sign: ${text}, bell, mail`]);
  expect(await told(writer)).toEqual([]);
  expect(await told(reviewer)).toEqual([]);
});

it("an editor who follows the claim is told once; one who wants to hear no more of it is not told", async () => {
  const [follower, muted] = [await editor("Frida Follower"), await editor("Mute Mika")];
  const { text } = await calledReady(async (claimId) => {
    await done(watchClaim(follower, claimId, { state: "watching" }, new Date()));
    await done(watchClaim(muted, claimId, { state: "muted" }, new Date()));
  });
  expect((await told(follower)).at(-1)).toBe(`to-sign: ${text}, bell, mail`);
  expect((await told(follower)).filter((line) => line.includes("called it ready"))).toHaveLength(1);
  expect(await told(muted)).toEqual([]);
});

it("has a switch of its own, which claims and finished pages fall under", async () => {
  const [off, followsOnly] = [await editor("Otto Off"), await editor("Fred Follows")];
  const ways = { ...defaultWays, "to-sign": { inApp: false, byMail: false } };
  for (const person of [off, followsOnly])
    await done(saveChoices(person, { ways, rhythm: "day", hour: 7 }, new Date()));
  const { author } = await calledReady((claimId) =>
    done(watchClaim(followsOnly, claimId, { state: "watching" }, new Date())),
  );
  const admin = await database.makeViewer("admin", "Ada Admin");
  const draft = {
    page: "about",
    text: "We are a newsroom.",
    signatoryOf: [],
    forSignature: true,
    draft: 0,
  } as const;
  const other = await editor("Olga Other");
  await done(saveDraft(admin, { ...draft, signatoryOf: [] }, new Date()));
  expect(await told(off)).toEqual([]);
  // Whoever follows the claim still hears of its new state, as of any other.
  expect(await told(followsOnly)).toEqual([`claim: ${author.name} called it ready for an editor., bell`]);
  expect((await told(other)).at(-1)).toMatch(/^site-page: .+ waits for a signature.+, bell, mail$/);
});

it("is told to nobody twice, however often it comes back, and each call for a signature anew", async () => {
  const signer = await editor("Sven Signer");
  const { claimId, author, reviewer } = await calledReady();
  await desk.event(reviewer, claimId, "return");
  await desk.event(author, claimId, "submit");
  await desk.event(author, claimId, "ready");
  const news = (await listNews(signer)).items.filter(({ text }) => text.includes("called it ready"));
  expect(news.map(({ settled }) => settled)).toEqual([null, "no longer ready"]);
  // What leads to the page to sign on is the call that stands, for who may still sign.
  expect(news.map(({ isToSign }) => isToSign)).toEqual([true, false]);
  const demoted: Viewer = { ...signer, role: "checker" };
  const asked = (await listNews(demoted)).items;
  expect(asked.map(({ isToSign, isNew }) => [isToSign, isNew])).toEqual(asked.map(() => [false, false]));
  expect(asked.map(({ settled }) => settled)).toEqual(["no longer yours to sign", "no longer ready"]);
  expect([await countUnread(signer), await countUnread(demoted)]).toEqual([1, 0]);
});
