import { beforeAll, describe, expect, it } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { createClaim } from "../claims/commands/create-claim";
import { independenceDto, openClaim } from "../claims/queries";
import { addEvidence } from "../evidence/commands";
import { claimHistory } from "../log/claim-history.server";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { attestOrigin } from "./commands/attest-origin";
import { addAttribution, decideAttribution } from "./commands/decide-attribution";
import { noteInterests } from "./commands/note-interests";
import { getOrigin } from "./queries";

const database = useTestDatabase();
const now = () => new Date();
let checker: Viewer, other: Viewer;
beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  other = await database.makeViewer("editor", "Other");
});

type Edge = { id: string; status: string; rule: string | null; decidedById: string | null };
const edge = async (id: string) =>
  (
    await database.sql<Edge>(`SELECT id, status, rule, "decidedById" FROM attribution WHERE id = $1`, [id])
  )[0];
const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
  takeBack(viewer, { entryId: entryId! }, now());
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };
const undone = (id: string) =>
  database.sql(`SELECT 1 FROM log_entry WHERE event = 'attribution.add-undone' AND "subjectId" = $1`, [id]);

let count = 0;
const origin = () => ({
  type: "cites" as const,
  to: {
    origin: { name: `Order book ${(count += 1)}`, kind: "record", primary: true, naming: "named" } as const,
  },
});

/** An article that is evidence on a claim. */
async function relay() {
  const exact = `Crane ${(count += 1)} was ordered.`;
  const { articleId } = await done(addArticle(checker, { text: `News\n\n${exact}\n` }, now()));
  const { claimId } = await done(createClaim(checker, { text: exact }, now()));
  await done(addEvidence(checker, claimId, { articleId, quote: { exact }, stance: "supports" }, now()));
  return { articleId, claimId };
}
const counted = async (claimId: string) => independenceDto(other, (await openClaim(claimId, now()))!).count;
const add = async (articleId: string, more: Partial<Parameters<typeof addAttribution>[2]> = {}) =>
  done(addAttribution(checker, articleId, { ...origin(), ...more }, now()));

describe("taking back that a source was added by hand", () => {
  it("leaves nothing of it, once, and counts it no more; whoever did so stays an author", async () => {
    const { articleId, claimId } = await relay();
    const added = await add(articleId);
    expect(await counted(claimId)).toBe(1);
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, added));
    expect([await edge(added.attributionId), await counted(claimId)]).toEqual([undefined, 0]);
    expect(await undone(added.attributionId)).toHaveLength(1);
    const authors = await database.sql("SELECT 1 FROM claim_authors($1) a(id) WHERE a.id = $2", [
      claimId,
      checker.id,
    ]);
    expect(authors).toHaveLength(1);
  });

  it("makes it the suggestion again that it was", async () => {
    const { articleId } = await relay();
    const to = origin();
    const reason = { rule: "The article names it" };
    const first = await add(articleId, { ...to, status: "suggested", reason });
    const before = await edge(first.attributionId);
    const added = await add(articleId, to);
    expect(await edge(added.attributionId)).toMatchObject({ id: first.attributionId, status: "confirmed" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, added));
    expect(await edge(first.attributionId)).toEqual(before);
    expect(await undone(added.attributionId)).toHaveLength(1);
  });

  it("of one claim alone takes back what was decided there", async () => {
    const { articleId, claimId } = await relay();
    const added = await add(articleId, { claimId });
    expect(await counted(claimId)).toBe(1);
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, added));
    expect([await counted(claimId), (await edge(added.attributionId))!.status]).toEqual([0, "suggested"]);
    const again = await add(articleId, { claimId });
    await done(decideAttribution(other, again.attributionId, { claimId, status: "rejected" }, now()));
    expect(await refused(undo(checker, again))).toMatchObject(stale);
  });

  it("is refused once somebody decided it, for every claim or for one, and for somebody else", async () => {
    const { articleId, claimId } = await relay();
    const [forAll, forOne] = [await add(articleId), await add(articleId)];
    expect(await refused(undo(other, forAll))).toMatchObject({ kind: "not_found" });
    await done(decideAttribution(other, forAll.attributionId, { status: "confirmed" }, now()));
    await done(decideAttribution(other, forOne.attributionId, { status: "rejected", claimId }, now()));
    for (const one of [forAll, forOne]) {
      expect(await refused(undo(checker, one))).toMatchObject(stale);
      expect(await edge(one.attributionId)).toMatchObject({ status: "confirmed" });
    }
    // The database too keeps what somebody else decided.
    const remove = database.sql("DELETE FROM attribution WHERE id = $1", [forAll.attributionId]);
    expect((await refusalOf(remove)).message).toContain("an attribution that was decided stays");
  });
});

describe("taking back what was noted of a source's interests", () => {
  it("notes again what was noted before, once, and not over somebody's note", async () => {
    const { articleId } = await relay();
    const { attributionId } = await add(articleId);
    const [{ toOriginId: id }] = (await database.sql<{ toOriginId: string }>(
      `SELECT "toOriginId" FROM attribution WHERE id = $1`,
      [attributionId],
    )) as [{ toOriginId: string }];
    const note = (viewer: Viewer, interests: string) =>
      done(noteInterests(viewer, id, { interests, source: "The register" }, now()));
    const words = async () => (await getOrigin(other, id))?.interests?.words ?? null;
    const first = await note(checker, "Sells cranes");
    expect((await note(checker, "Sells cranes")).entryId).toBeNull();
    const second = await note(checker, "Owns the harbour");
    expect(await refused(undo(other, second))).toMatchObject({ kind: "not_found" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, second));
    expect(await words()).toBe("Sells cranes");
    await done(undo(checker, first));
    expect(await words()).toBeNull();
    const third = await note(checker, "Party to the matter");
    await note(other, "Pays for it");
    expect(await refused(undo(checker, third))).toMatchObject(stale);
    expect(await words()).toBe("Pays for it");
  });
});

describe("taking back an editor's word on an unnamed source", () => {
  /** An unnamed source of an article, that only the article knows. */
  async function unnamed() {
    const { articleId, claimId } = await relay();
    const name = `An official ${(count += 1)}`;
    const to = {
      origin: { name, kind: "person", primary: false, naming: "unnamed-known-to-relay" },
    } as const;
    const { attributionId } = await add(articleId, { to });
    const [row] = await database.sql<{ id: string }>(
      `SELECT "toOriginId" AS id FROM attribution WHERE id = $1`,
      [attributionId],
    );
    const id = row!.id;
    const attest = (viewer: Viewer, reason: string | null) =>
      done(attestOrigin(viewer, id, { reason }, now()));
    const word = async () =>
      (
        await database.sql(
          `SELECT "attestedById" AS by, "attestedReason" AS reason, "attestedAt" AS at FROM origin WHERE id = $1`,
          [id],
        )
      )[0];
    return { id, claimId, attest, word };
  }

  it("leaves it as it stood before, once, also another editor's, and not over somebody's since", async () => {
    const { attest, word } = await unnamed();
    const third = await database.makeViewer("editor", "Third");
    const first = await attest(other, "I met them.");
    expect((await attest(other, "I met them. ")).entryId).toBeNull();
    const theirs = await word();
    expect(theirs).toMatchObject({ by: other.id, reason: "I met them." });
    const gone = await attest(third, null);
    expect(await refused(undo(other, gone))).toMatchObject({ kind: "not_found" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(third, gone));
    expect(await word()).toEqual(theirs);
    await done(undo(other, first));
    expect(await word()).toMatchObject({ by: null, reason: null, at: null });
    const again = await attest(other, "I called them.");
    await attest(third, "So did I.");
    expect(await refused(undo(other, again))).toMatchObject(stale);
    expect(await word()).toMatchObject({ by: third.id });
  });

  it("is in the history of each claim that leads there, with the reason, as giving it is", async () => {
    const { claimId, attest } = await unnamed();
    const given = await attest(other, "I met them.");
    await done(undo(other, given));
    const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: false });
    expect(entries.slice(0, 2)).toMatchObject([
      { event: "origin.attestation-withdrawn", who: "Other", detail: null },
      { event: "origin.attested", who: "Other", detail: "I met them." },
    ]);
  });
});
