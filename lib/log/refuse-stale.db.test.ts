import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editArticle } from "../articles/commands/edit-article";
import { editClaim } from "../claims/commands/edit-claim";
import type { Result } from "../core/result";
import { editEvidence, removeEvidence } from "../evidence/commands";

const database = useTestDatabase();
const desk = makeDesk(database);

it("of two people who make the same change the second learns who was first, and when", async () => {
  const { claimId, evidenceId, articleId, author, reviewer, other } = await desk.inReview();
  const third = await database.makeViewer("checker", "Third Person");
  const now = () => new Date();
  const [article] = await database.sql<{ version: number }>(`SELECT version FROM article WHERE id = $1`, [
    articleId,
  ]);
  const { version } = article!;
  const changes: Record<string, (viewer: Viewer) => Promise<Result<unknown>>> = {
    claim: (viewer) => editClaim(viewer, claimId, { place: "Selby", version: 0 }, now()),
    article: (viewer) => editArticle(viewer, articleId, { byline: "Jo Quay", version }, now()),
    evidence: (viewer) => editEvidence(viewer, evidenceId, { shows: "How many sail.", version: 0 }, now()),
  };
  for (const [what, change] of Object.entries(changes)) {
    await done(change(other));
    const { code, detail } = await refused(change(author));
    expect([what, code]).toEqual([what, "stale"]);
    expect(detail).toMatch(
      new RegExp(`^${other.name} made the same change at \\d\\d:\\d\\d\\. Nothing is left`),
    );
  }
  // Several people are all named, as nobody knows who of them wrote what.
  const place = (viewer: Viewer, words: string, read: number) =>
    editClaim(viewer, claimId, { place: words, version: read }, now());
  await done(place(author, "York", 1));
  await done(place(reviewer, "Hull", 2));
  expect((await refused(place(third, "Hull", 0))).detail).toMatch(
    new RegExp(
      `^${reviewer.name}, ${author.name}, and ${other.name} changed this claim after you read it, last at .*to what`,
    ),
  );
  const late = await refused(place(third, "Leeds", 1));
  expect(late.detail.replace(/\d\d:\d\d/, "19:18")).toBe(
    `${reviewer.name} and ${author.name} changed this claim after you read it, last at 19:18. Both versions are below; choose, then save again.`,
  );
  // Whose the other version is, for the form; of one's own the last that was not.
  expect(late.extra?.savedBy).toMatchObject({ name: reviewer.name, isOwn: false, claimId });
  expect((await refused(place(reviewer, "Leeds", 1))).extra?.savedBy).toMatchObject({ name: author.name });
  expect((await refused(place(reviewer, "Leeds", 2))).extra?.savedBy).toMatchObject({ isOwn: true });
  // What was changed since, but not to what is said here, is nobody's same change.
  await database.sqlOwner(`UPDATE claim SET version = version + 1 WHERE id = $1`, [claimId]);
  const again = editClaim(author, claimId, { place: "Hull", version: 3 }, now());
  expect((await refused(again)).detail).toMatch(/^Someone changed this claim after you read it, to what/);
  expect((await refused(removeEvidence(author, evidenceId, now(), { version: 0 }))).detail).toMatch(
    /so it was not removed/,
  );
});
