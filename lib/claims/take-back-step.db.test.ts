import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addComment } from "../comments/commands";
import { createClaim } from "./commands/create-claim";
import { sendEvent } from "./commands/send-event";
import type { ClaimEventInput } from "./schema";

const database = useTestDatabase();
const desk = makeDesk(database);

const send = (viewer: Viewer, claimId: string, input: ClaimEventInput) =>
  sendEvent(viewer, claimId, input, new Date());
const stateOf = async (claimId: string) =>
  (await database.sql<{ state: string }>(`SELECT state FROM claim WHERE id = $1`, [claimId]))[0]!.state;

/** An entry about a claim by a host whose clock made its id: "0…" is behind every other, "f…" ahead. */
const writeEntry = (id: string, claimId: string | null) =>
  database.sql(
    `INSERT INTO log_entry (id, at, event, "subjectKind", "subjectId", "claimId", commitment)
     VALUES ($1, now(), 'test.written', 'test', $1, $2, repeat('0', 64))`,
    [id, claimId],
  );

const stale = {
  kind: "conflict",
  code: "stale",
  detail: "Something else was done with it after that, so the step was not taken back.",
};

describe("taking back a step of a claim", () => {
  it("is not hindered by what was done before it, though the clock that named it is ahead", async () => {
    const { claimId, author } = await desk.inReview();
    await writeEntry(`ffffffff-before-${claimId}`, claimId);
    const { entryId } = await done(send(author, claimId, { event: "return" }));
    await done(send(author, claimId, { event: "submit", takesBack: entryId }));
    expect(await stateOf(claimId)).toBe("in-review");
  });

  it("is refused after what was done since, though the clock that named it is behind, and for what the claim prints", async () => {
    const { claimId, author } = await desk.inReview();
    const first = await done(send(author, claimId, { event: "return" }));
    await writeEntry(`00000000-since-${claimId}`, claimId);
    const back = (entryId: string) => send(author, claimId, { event: "submit", takesBack: entryId });
    expect(await refused(back(first.entryId))).toMatchObject(stale);

    await done(send(author, claimId, { event: "submit" }));
    const second = await done(send(author, claimId, { event: "return" }));
    const ofArticle = `00000000-article-${claimId}`;
    await writeEntry(ofArticle, null);
    await database.sql(`INSERT INTO entry_on_claim ("claimId", "entryId") VALUES ($1, $2)`, [
      claimId,
      ofArticle,
    ]);
    expect(await refused(back(second.entryId))).toMatchObject(stale);
    expect(await stateOf(claimId)).toBe("researching");
  });

  it("is refused for an entry of another claim, for what is no step, and once its words were erased", async () => {
    const { claimId, author } = await desk.inReview();
    const other = await desk.inReview();
    const elsewhere = await done(send(other.author, other.claimId, { event: "return" }));
    const back = (entryId: string) => send(author, claimId, { event: "return", takesBack: entryId });
    const { entryId: comment } = await done(addComment(author, claimId, { text: "Hm." }, new Date()));
    for (const entryId of [elsewhere.entryId, comment, "nothing"])
      expect(await refused(back(entryId))).toMatchObject(stale);
    const { entryId } = await done(send(author, claimId, { event: "return" }));
    await database.sqlOwner(`UPDATE log_payload SET body = NULL, "erasedAt" = now() WHERE "entryId" = $1`, [
      entryId,
    ]);
    const again = send(author, claimId, { event: "submit", takesBack: entryId });
    expect(await refused(again)).toMatchObject(stale);
  });

  it("gives each of several declined claims the state that it was declined in, but for what a colleague went on with", async () => {
    const [author, colleague] = [
      await database.makeViewer("checker", "Author"),
      await database.makeViewer("checker", "Colleague"),
    ];
    const now = new Date();
    const claims = [];
    for (const text of ["One ferry", "Two ferries", "Three ferries"])
      claims.push(await done(createClaim(author, { text }, now)));
    const [fresh, begun, reopened] = claims.map(({ claimId }) => claimId) as [string, string, string];
    await done(send(author, begun, { event: "start-research" }));
    const decline = { event: "decline", reason: "opinion" } as const;
    const entries = new Map<string, string>();
    for (const id of [fresh, begun, reopened])
      entries.set(id, (await done(send(author, id, decline))).entryId);
    // A colleague takes one up and lets it go again: it stands where it stood, by their hand.
    await done(send(colleague, reopened, { event: "reopen" }));
    await done(send(colleague, reopened, { event: "decline", reason: "low-reach" }));
    const back = (id: string) =>
      send(author, id, { event: "reopen", asBefore: true, takesBack: entries.get(id)! });
    await done(back(fresh));
    await done(back(begun));
    expect(await refused(back(reopened))).toMatchObject(stale);
    expect(await Promise.all([fresh, begun, reopened].map(stateOf))).toEqual([
      "new",
      "researching",
      "declined",
    ]);
    // Who does not say which step is meant, as callers of before, asks the state alone.
    await done(send(author, reopened, { event: "reopen", asBefore: true }));
    expect(await stateOf(reopened)).toBe("researching");
  });
});
