import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { withholdVersion } from "../publications/commands/withhold-version";
import { signPublicNotice } from "./commands/sign-notice";
import { noticeAsSigned } from "./notice-preview.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const written = { kind: "under-review", text: "We look again." } as const;

it("what is shown before a notice is signed is what is signed, and nothing is kept of it", async () => {
  const { claimId, slug, editor } = await desk.published();
  const now = new Date();
  const asItStands = await done(noticeAsSigned(claimId, editor.name, null, now));
  expect([asItStands.signed.record.finding, asItStands.notices]).toEqual(["They do.", []]);
  const shown = await done(noticeAsSigned(claimId, editor.name, written, now));
  expect(await database.sql("SELECT id FROM notice WHERE slug = $1", [slug])).toEqual([]);
  const { noticeId } = await done(signPublicNotice(editor, claimId, { ...written, besideVersion: 1 }, now));
  const [row] = await database.sql<{ recordText: string }>(
    `SELECT "recordText" FROM notice WHERE slug = $1`,
    [slug],
  );
  expect(shown.notices.map((notice) => ({ ...notice, id: noticeId }))).toEqual([JSON.parse(row!.recordText)]);
  // The next one stands after those that are signed.
  const next = await done(noticeAsSigned(claimId, editor.name, { ...written, text: "More." }, now));
  expect(next.notices.map(({ text }) => text)).toEqual(["We look again.", "More."]);
});

it("there is none beside what was never published, or what is withheld from readers", async () => {
  const draft = await desk.inReview();
  expect((await refused(noticeAsSigned(draft.claimId, "Signer", written, new Date()))).kind).toBe(
    "not_found",
  );
  const { claimId, editor } = await desk.published();
  const admin = await database.makeViewer("admin", "Ada Admin");
  for (const viewer of [editor, admin])
    await done(withholdVersion(viewer, claimId, { version: 1, reasonClass: "safety" }, new Date()));
  expect((await refused(noticeAsSigned(claimId, editor.name, written, new Date()))).kind).toBe("not_found");
});
