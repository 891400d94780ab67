import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { db } from "../core/db.server";
import { removeEvidence } from "../evidence/commands";
import { openCorrection } from "../publications/commands/open-correction";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { noticeLimit } from "../publications/notice-limits";
import { writeVerdict } from "../verdicts/commands";
import { signPublicNotice } from "./commands/sign-notice";
import { signPrepared } from "./commands/decide-prepared";
import { prepareNotice } from "./prepare-notice.server";
import { noticeKindsBeside, recordBeside, restsOn } from "./queries";

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

  /** A published claim, and a second version of it that rests on another article alone. */
  async function replaced() {
    const scene = await desk.published("Ferries that were counted again");
    const { claimId, articleId, evidenceId, author, slug } = scene;
    const wasRestingOn = await restsOn((await recordBeside(claimId))!, claimId, articleId);
    const about = { claimId, articleId, slug, cause: "drift", kind: "source-changed" } as const;
    await db().$transaction((tx) => prepareNotice(tx, { ...about, text: "It changed." }, new Date()));
    const update = { class: "update", reason: "Another report." } as const;
    await done(openCorrection(author, claimId, update, new Date()));
    await desk.addQuote(author, claimId);
    await done(removeEvidence(author, evidenceId, new Date()));
    for (const person of [scene.reviewer, scene.other]) await desk.review(person, claimId);
    await desk.event(author, claimId, "ready");
    const revisionHash = await desk.revisionHash(claimId);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    return { claimId, articleId, wasRestingOn, beside: (await recordBeside(claimId))! };
  }

  it("written beside one version is not signed beside the next, and is once that one was read", async () => {
    const { claimId } = await replaced();
    const noticesOf = () => database.sql(`SELECT 1 FROM notice WHERE "claimId" = $1`, [claimId]);
    const sign = (besideVersion?: number) =>
      signPublicNotice(editor, claimId, { kind: "outdated", text: "It moved.", besideVersion }, new Date());
    const refusal = await refused(sign(1));
    expect(refusal).toMatchObject({ kind: "conflict", code: "stale", extra: { besideVersion: 2 } });
    expect(refusal.detail).toContain("Read version 2, and sign only what readers still need beside it.");
    expect(await noticesOf()).toEqual([]);
    await done(sign(2));
    // A program that does not say what it read signs beside what stands.
    await done(sign());
    expect(await noticesOf()).toHaveLength(2);
  });

  it("that was prepared waits on when it is signed beside another version than was read, which may not rest on its source", async () => {
    const { claimId, articleId, wasRestingOn, beside } = await replaced();
    expect([wasRestingOn, await restsOn(beside, claimId, articleId)]).toEqual([true, false]);
    const draft = () => db().preparedNotice.findFirstOrThrow({ where: { claimId } });
    const { id, version } = await draft();
    const sign = (besideVersion: number) => {
      const input = { kind: "source-changed", text: "It changed.", version, besideVersion } as const;
      return signPrepared(editor, id, input, new Date());
    };
    expect(await refused(sign(1))).toMatchObject({ kind: "conflict", code: "stale" });
    expect(await draft()).toMatchObject({ state: "waiting", version });
    await done(sign(2));
    expect(await draft()).toMatchObject({ state: "signed" });
  });

  it("is as long as its limit at most, for the database too", async () => {
    const { claimId, slug } = await desk.published();
    await insert(claimId, slug, "outdated", "ї".repeat(noticeLimit));
    expect(await refusalOf(insert(claimId, slug, "outdated", "ї".repeat(noticeLimit + 1)))).toMatchObject({
      code: "23514",
    });
  });
});
