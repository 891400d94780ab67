import { expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { scheduleScene } from "../../scripts/test/schedule-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Sight, Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { attestOrigin } from "./commands/attest-origin";
import { addAttribution, decideAttribution } from "./commands/decide-attribution";
import { listAttributions } from "./queries";
import { waitingOnSources } from "./waiting-on-sources.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const { editors, schedule, rowOf } = scheduleScene(database, desk);

const now = () => new Date();

async function original(viewer: Viewer): Promise<string> {
  const text = `The register itself, number ${crypto.randomUUID()}. It lists two ferries of this year.`;
  return (await done(addArticle(viewer, { text }, now()))).articleId;
}

/** A claim that waits for its time, whose article has its words from another, for every claim or for this one alone. */
async function waitingOver(originalId: string, isForEvery: boolean) {
  const { claimId, articleId, author } = await desk.ready();
  const edge = { type: "cites", to: { articleId: originalId } } as const;
  await done(addAttribution(author, articleId, { ...edge, ...(isForEvery ? {} : { claimId }) }, now()));
  await desk.event(author, claimId, "ready");
  await done(schedule(editors[0]!, claimId, await desk.revisionHash(claimId)));
  return { claimId, articleId };
}

const asked = async (viewer: Viewer, articleId: string, sight: Sight = viewer) =>
  waitingOnSources(sight, [articleId], await listAttributions(viewer, articleId));
const claimsAt = (found: Awaited<ReturnType<typeof asked>>, id: string) =>
  (found.get(id)?.claims ?? []).map(({ claimId }) => claimId).sort();
const stateOf = async (claimId: string) => (await rowOf(claimId)).state;

it("before a source is decided for every claim it is known which scheduled claims that cancels, and it cancels those", async () => {
  const checker = await database.makeViewer("checker", "Checker");
  const originalId = await original(checker);
  const suggested = {
    type: "cites",
    status: "suggested",
    to: { origin: { name: "Order book", kind: "record", primary: true, naming: "named" } },
  } as const;
  const { attributionId } = await done(addAttribution(checker, originalId, suggested, now()));
  const [first, second] = [await waitingOver(originalId, true), await waitingOver(originalId, false)];
  const apart = await waitingOver(await original(checker), true);

  const found = await asked(checker, first.articleId);
  const originId = (await listAttributions(checker, originalId)).flatMap(({ to }) =>
    "origin" in to ? to.origin.id : [],
  )[0]!;
  expect(claimsAt(found, first.articleId)).toEqual([first.claimId]);
  expect(claimsAt(found, originalId)).toEqual([first.claimId, second.claimId].sort());
  expect(claimsAt(found, originId)).toEqual([first.claimId, second.claimId].sort());
  expect(claimsAt(await asked(checker, apart.articleId), apart.articleId)).toEqual([apart.claimId]);
  // Somebody who sees none of them learns how many there are, and nothing else.
  const hidden = await asked(checker, first.articleId, { id: "nobody", sees: "own" });
  expect([...hidden.values()].flatMap(({ claims }) => claims)).toEqual([]);
  expect([hidden.get(first.articleId)?.hidden, hidden.get(originalId)?.hidden]).toEqual([1, 2]);

  await done(decideAttribution(checker, attributionId, { status: "confirmed" }, now()));
  expect([await stateOf(first.claimId), await stateOf(second.claimId)]).toEqual(["cancelled", "cancelled"]);
  expect(await stateOf(apart.claimId)).toBe("waiting");
  expect((await asked(checker, first.articleId)).size).toBe(0);
});

it("before an editor attests an origin it is known whose publication that cancels, on whatever article it leads from", async () => {
  const { claimId, articleId, author } = await desk.ready();
  const relayed = {
    type: "cites",
    to: { origin: { name: "a clerk", kind: "person", primary: true, naming: "unnamed-known-to-relay" } },
  } as const;
  await done(addAttribution(author, articleId, relayed, now()));
  await desk.event(author, claimId, "ready");
  await done(schedule(editors[0]!, claimId, await desk.revisionHash(claimId)));
  const origin = (await listAttributions(author, articleId)).flatMap(({ to }) =>
    "origin" in to ? to.origin.id : [],
  )[0]!;
  const found = await asked(author, articleId);
  expect(claimsAt(found, origin)).toEqual([claimId]);
  await done(attestOrigin(editors[1]!, origin, { reason: "I met them." }, now()));
  expect(await stateOf(claimId)).toBe("cancelled");
});
