import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { noticeLimit } from "../publications/notice-limits";
import { writeVerdict } from "../verdicts/commands";
import { signPublicNotice } from "./commands/sign-notice";
import { noticeKindsBeside } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
});

const sign = (claimId: string, kind: "outdated" | "first-findings") =>
  signPublicNotice(editor, claimId, { kind, text: "We look again." }, new Date());

/** A notice as it comes to the database by whatever path. */
const insert = (claimId: string, slug: string, kind: string, text = "We look again.") =>
  database.sql(
    `INSERT INTO notice (id, "claimId", slug, kind, "recordText", sha256, signature, "keyId", "editorId", "publishedAt")
     SELECT gen_random_uuid()::text, $1, $2, $3, r, encode(sha256(convert_to(r, 'UTF8')), 'hex'), repeat('s', 86), 'key', $5, now()
     FROM (SELECT jsonb_build_object('text', $4::text)::text AS r) AS made`,
    [claimId, slug, kind, text, editor.id],
  );

describe("a notice", () => {
  it("calls nothing first findings that was published as the finished check", async () => {
    const { claimId, slug } = await desk.published();
    expect(await noticeKindsBeside(claimId)).toEqual(["source-changed", "under-review", "outdated"]);
    expect(await refused(sign(claimId, "first-findings"))).toMatchObject({
      kind: "invalid",
      code: "notice-kind",
      issues: [{ field: "kind" }],
    });
    expect(await refusalOf(insert(claimId, slug, "first-findings"))).toMatchObject({ code: "23000" });
    await done(sign(claimId, "outdated"));
  });

  it("may call first findings what was published as that", async () => {
    const { claimId, author } = await desk.ready();
    await done(editClaim(author, claimId, { provisional: true, version: 0 }, new Date()));
    await done(writeVerdict(author, claimId, { rating: "reported", version: 1 }, new Date()));
    await desk.event(author, claimId, "ready");
    const revisionHash = await desk.revisionHash(claimId);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    expect(await noticeKindsBeside(claimId)).toContain("first-findings");
    await done(sign(claimId, "first-findings"));
  });

  it("is as long as its limit at most, for the database too", async () => {
    const { claimId, slug } = await desk.published();
    await insert(claimId, slug, "outdated", "ї".repeat(noticeLimit));
    expect(await refusalOf(insert(claimId, slug, "outdated", "ї".repeat(noticeLimit + 1)))).toMatchObject({
      code: "23514",
    });
  });
});
