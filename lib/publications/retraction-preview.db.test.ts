import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { retractPublication } from "./commands/retract-publication";
import { withholdVersion } from "./commands/withhold-version";
import { retractionAsSigned } from "./retraction-preview.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("what is shown before a retraction is what is signed by it, but for the reason, which is not written yet", async () => {
  const { claimId, slug, editor } = await desk.published();
  const now = new Date();
  const shown = await done(retractionAsSigned(claimId, editor.name, now));
  expect(shown.before?.finding).toBe("They do.");
  expect(shown.signed.sha256).toBe("");
  const reason = "The report was a draft.";
  await done(retractPublication(editor, claimId, { version: 1, reason }, now));
  const [row] = await database.sql<{ recordText: string }>(
    `SELECT "recordText" FROM publication WHERE "claimId" = $1 AND version = 2`,
    [claimId],
  );
  expect({ ...shown.signed.record, reason }).toEqual(JSON.parse(row!.recordText));
  expect(shown.versions.map(({ version, kind, url }) => [version, kind, url])).toEqual([
    [2, "retraction", `/verdicts/${slug}/v/2`],
    [1, "publication", `/verdicts/${slug}/v/1`],
  ]);
  // It is not retracted twice.
  expect((await refused(retractionAsSigned(claimId, editor.name, now))).kind).toBe("not_found");
});

it("there is none of what was never published, and no withheld words are in it", async () => {
  const draft = await desk.inReview();
  expect((await refused(retractionAsSigned(draft.claimId, "Signer", new Date()))).kind).toBe("not_found");
  const { claimId, editor } = await desk.published();
  const admin = await database.makeViewer("admin", "Ada Admin");
  for (const viewer of [editor, admin])
    await done(withholdVersion(viewer, claimId, { version: 1, reasonClass: "safety" }, new Date()));
  const shown = await done(retractionAsSigned(claimId, editor.name, new Date()));
  expect(shown.before).toBeNull();
  expect(JSON.stringify(shown)).not.toContain("They do.");
});
