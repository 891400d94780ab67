import { beforeAll, describe, expect, it, vi } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { createClaim } from "../claims/commands/create-claim";
import { withClient } from "../database/migrate.server";
import { addEvidence } from "../evidence/commands";
import { attestOrigin } from "./commands/attest-origin";
import { addAttribution, decideAttribution } from "./commands/decide-attribution";
import { noteInterests } from "./commands/note-interests";
import { listAttributions } from "./queries";

const database = useTestDatabase();
const now = () => new Date();
let checker: Viewer, editor: Viewer;
beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  editor = await database.makeViewer("editor", "Editor");
});

describe("what somebody said of a source after it was read", () => {
  const relayed = async (naming: "named" | "unnamed-known-to-relay") => {
    const exact = "Four cranes were ordered last year.";
    const { articleId } = await done(addArticle(checker, { text: `Harbour news\n\n${exact}\n` }, now()));
    const { claimId } = await done(createClaim(checker, { text: exact }, now()));
    await done(addEvidence(checker, claimId, { articleId, quote: { exact }, stance: "supports" }, now()));
    const to = { origin: { name: `Clerk ${articleId}`, kind: "record", primary: true, naming } } as const;
    const given = { type: "cites", to, status: "suggested" } as const;
    const { attributionId } = await done(addAttribution(checker, articleId, given, now()));
    const [row] = (await listAttributions(wholeDesk, articleId)).filter(({ id }) => id === attributionId);
    return { attributionId, claimId, originId: "origin" in row!.to ? row!.to.origin.id : "" };
  };

  it("stays when a page from before decides: for every claim, and for one for which nothing was decided", async () => {
    const { attributionId, claimId } = await relayed("named");
    const decide = (input: Parameters<typeof decideAttribution>[2]) =>
      decideAttribution(checker, attributionId, input, now());
    const stale = { kind: "conflict", code: "stale" };
    await done(decide({ status: "rejected", expected: "suggested" }));
    expect(await refused(decide({ status: "confirmed", expected: "suggested" }))).toMatchObject(stale);
    const here = { claimId, expected: "as-for-every-claim" } as const;
    await done(decide({ ...here, status: "rejected" }));
    expect(await refused(decide({ ...here, status: "confirmed" }))).toMatchObject(stale);
    await done(decide({ claimId, status: "suggested", expected: "rejected" }));
    await done(decide({ ...here, status: "confirmed" }));
  });

  it("stays when two decide at once: the second is refused, not written over the first", async () => {
    const { attributionId } = await relayed("named");
    const decide = (status: "confirmed" | "rejected") =>
      decideAttribution(checker, attributionId, { status, expected: "suggested" }, now());
    // Both wait for it at once, so that neither is over before the other has begun.
    const [confirmed, rejected] = await withClient(database.ownerUrl, async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT 1 FROM attribution WHERE id = $1 FOR UPDATE", [attributionId]);
      const both = Promise.all([decide("confirmed"), decide("rejected")]);
      const waiting =
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await vi.waitUntil(async () => (await database.sqlOwner(waiting))[0]!.count === 2, { timeout: 20_000 });
      await client.query("COMMIT");
      return both;
    });
    expect([confirmed.ok, rejected.ok].sort()).toEqual([false, true]);
    const { error } = [confirmed, rejected].find(({ ok }) => !ok) as { error: unknown };
    expect(error).toMatchObject({ kind: "conflict", code: "stale" });
  });

  it("is what a second one says too: nothing is refused, and it stays the first one's", async () => {
    const { attributionId, claimId } = await relayed("named");
    type Input = Parameters<typeof decideAttribution>[2];
    const decide = (viewer: Viewer, input: Input) => decideAttribution(viewer, attributionId, input, now());
    const entries = () =>
      database.sql(`SELECT "actorId", event FROM log_entry WHERE "subjectId" = $1 ORDER BY id`, [
        attributionId,
      ]);
    const here = { claimId, status: "rejected", expected: "as-for-every-claim" } as const;
    const forAll = { status: "confirmed", expected: "suggested" } as const;
    await done(decide(checker, here));
    await done(decide(checker, forAll));
    const before = await entries();
    expect(await done(decide(editor, here))).toMatchObject({ wasHere: "rejected" });
    expect(await done(decide(editor, forAll))).toMatchObject({ was: "confirmed" });
    expect(await entries()).toEqual(before);
    const renamed = { ...forAll, origin: { name: "Another clerk", kind: "record" } } as const;
    expect(await refused(decide(editor, renamed))).toMatchObject({ code: "stale" });
    // For every claim it also takes back what was decided for the one in hand, which is left to do.
    await done(decide(editor, { ...forAll, claimId, everyClaim: true }));
    const after = await entries();
    expect(after.map(({ event }) => event)).toContain("attribution.taken-back-here");
    await done(decide(checker, { claimId, status: "suggested", expected: "rejected" }));
    expect(await entries()).toEqual(after);
  });

  it("stays when a page from before attests it, or takes an attestation back that it had not read", async () => {
    const { originId } = await relayed("unnamed-known-to-relay");
    const attest = (reason: string | null, expected: string | null) =>
      attestOrigin(editor, originId, { reason, expected: { reason: expected } }, now());
    await done(attest("One relay named them to me.", null));
    expect(await refused(attest("I met them.", null))).toMatchObject({
      kind: "conflict",
      code: "stale",
      detail: expect.stringContaining("I met them."),
    });
    expect(await refused(attest(null, "Somebody told me."))).toMatchObject({ code: "stale" });
    await done(attest(null, "One relay named them to me."));
    await done(attest(null, "One relay named them to me."));
  });

  it("stays when a page from before notes other interests, and both sides are given", async () => {
    const { originId } = await relayed("named");
    const [mine, theirs] = [
      { interests: "Sells cranes", source: "The register" },
      { interests: "Owns the harbour", source: "Its report" },
    ];
    const expected = { interests: null, source: null };
    await done(noteInterests(editor, originId, { ...theirs, expected }, now()));
    expect(await refused(noteInterests(checker, originId, { ...mine, expected }, now()))).toMatchObject({
      code: "stale",
      detail: expect.stringContaining(editor.name),
      extra: {
        current: theirs,
        conflict: [
          { field: "interests", mine: mine.interests, theirs: theirs.interests },
          { field: "source", mine: mine.source, theirs: theirs.source },
        ],
      },
    });
    await done(noteInterests(checker, originId, { ...mine, expected: theirs }, now()));
  });
});
