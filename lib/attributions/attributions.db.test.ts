import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { createClaim } from "../claims/commands/create-claim";
import { independenceDto, openClaim } from "../claims/queries";
import { addEntity } from "../entities/commands/edit-entity";
import { addEvidence } from "../evidence/commands";
import { attestOrigin } from "./commands/attest-origin";
import { addAttribution, decideAttribution } from "./commands/decide-attribution";
import { listAttributions } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
let checker: Viewer;
let editor: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  editor = await database.makeViewer("editor", "Editor");
});

const now = () => new Date();
const sentences = ["Four cranes were ordered last year.", "The harbour master resigned in May."] as const;
const origin = (name: string, naming = "named") => ({
  type: "cites" as const,
  to: { origin: { name, kind: "record" as const, primary: true, naming: naming as "named" } },
});

/** One article with two sentences, each the evidence of a claim of its own. */
async function relay() {
  const text = `Harbour news\n\n${sentences.join("\n\n")}\n`;
  const { articleId } = await done(addArticle(checker, { text }, now()));
  const claimIds = [];
  for (const exact of sentences) claimIds.push(await claimOn(articleId, exact));
  return { articleId, first: claimIds[0]!, second: claimIds[1]! };
}

async function claimOn(articleId: string, exact: string) {
  const { claimId } = await done(createClaim(checker, { text: exact }, now()));
  await done(addEvidence(checker, claimId, { articleId, quote: { exact }, stance: "supports" }, now()));
  return claimId;
}

const originsOf = async (claimId: string) => {
  const { count, origins } = independenceDto(editor, (await openClaim(claimId, now()))!);
  return { count, names: origins.map(({ name }) => name) };
};

describe("an attribution decided on one claim", () => {
  it("counts there and nowhere else; the record and the count use only those that apply", async () => {
    const { articleId, first, second } = await relay();
    const add = (name: string, claimId: string) =>
      done(addAttribution(checker, articleId, { ...origin(name), claimId }, now()));
    await add("Order book", first);
    await add("Letter of resignation", second);
    expect(await originsOf(first)).toEqual({ count: 1, names: ["Order book"] });
    expect(await originsOf(second)).toEqual({ count: 1, names: ["Letter of resignation"] });
    const { record, route } = (await openClaim(first, now()))!;
    expect(JSON.stringify([record, route])).not.toContain("Letter of resignation");
    const [found] = (await listAttributions(wholeDesk, articleId)).filter(({ to }) => "origin" in to);
    expect(found).toMatchObject({ status: "suggested", onClaims: [{ claimId: first, status: "confirmed" }] });
  });

  it("shows the desk what is noted of whom an origin is called after, and readers nothing until it is noted of the origin", async () => {
    const { articleId, first } = await relay();
    const name = `Selby Holding ${articleId}`;
    await done(addAttribution(checker, articleId, { ...origin(`${name} Ltd`), claimId: first }, now()));
    const noted = { interests: "Owns the ferries", interestsSource: "Trade register" };
    const entity = { name, kind: "organisation" as const, otherNames: [] };
    await done(addEntity(checker, { ...entity, ...noted }, now()));
    const known = { name, words: "Owns the ferries", source: "Trade register" };
    const origins = (await listAttributions(checker, articleId)).flatMap(({ to }) =>
      "origin" in to ? to.origin : [],
    );
    expect(origins.find((one) => one.name.startsWith(name))).toMatchObject({ interests: null, known });
    expect(JSON.stringify((await openClaim(first, now()))!.record)).not.toContain("Owns the ferries");
  });

  it("goes before what holds for every claim, until it is meant for every claim or taken back", async () => {
    const { articleId, first, second } = await relay();
    const { attributionId } = await done(addAttribution(checker, articleId, origin("Register"), now()));
    const decide = (input: Parameters<typeof decideAttribution>[2]) =>
      done(decideAttribution(checker, attributionId, input, now()));
    await decide({ status: "rejected", claimId: first });
    expect((await originsOf(first)).count).toBe(0);
    expect((await originsOf(second)).count).toBe(1);
    await decide({ status: "suggested", claimId: first });
    expect((await originsOf(first)).count).toBe(1);
    await decide({ status: "rejected", claimId: first });
    await decide({ status: "confirmed", claimId: first, everyClaim: true });
    expect((await originsOf(first)).count).toBe(1);
  });

  it("makes whoever decided an author of that claim and of no other", async () => {
    const { articleId, first, second } = await relay();
    const someone = await database.makeViewer("editor", "Decider");
    await done(addAttribution(someone, articleId, { ...origin("Ledger"), claimId: first }, now()));
    expect((await openClaim(first, now()))!.dossier.authorIds).toContain(someone.id);
    expect((await openClaim(second, now()))!.dossier.authorIds).not.toContain(someone.id);
  });

  it("is refused on a claim that does not come that way, and by the database on a published one", async () => {
    const { articleId } = await relay();
    const other = await relay();
    const { attributionId } = await done(addAttribution(checker, articleId, origin("Log"), now()));
    const work = decideAttribution(
      checker,
      attributionId,
      { status: "rejected", claimId: other.first },
      now(),
    );
    expect(await refused(work)).toMatchObject({ code: "not-on-this-claim" });
    const { claimId } = await desk.ready();
    await database.sqlOwner("ALTER TABLE claim DISABLE TRIGGER claim_guard");
    await database.sqlOwner(`UPDATE claim SET state = 'published', slug = 'there' WHERE id = $1`, [claimId]);
    await database.sqlOwner("ALTER TABLE claim ENABLE TRIGGER claim_guard");
    const insert = database.sql(
      `INSERT INTO claim_attribution ("attributionId", "claimId", status, "decidedById") VALUES ($1, $2, 'confirmed', $3)`,
      [attributionId, claimId, checker.id],
    );
    expect((await refusalOf(insert)).message).toContain("open-a-correction");
  });
});

describe("unnamed sources that only a relay knows", () => {
  it("count once together until an editor attests, with a reason, that one is separate", async () => {
    const [a, b] = [await relay(), await relay()];
    const claimId = await claimOn(a.articleId, sentences[0]);
    await done(
      addEvidence(
        checker,
        claimId,
        { articleId: b.articleId, quote: { exact: sentences[0] }, stance: "supports" },
        now(),
      ),
    );
    for (const [index, { articleId }] of [a, b].entries())
      await done(
        addAttribution(checker, articleId, origin(`An official ${index}`, "unnamed-known-to-relay"), now()),
      );
    expect((await originsOf(claimId)).count).toBe(1);
    const [edge] = (await listAttributions(wholeDesk, b.articleId)).filter(({ to }) => "origin" in to);
    const originId = "origin" in edge!.to ? edge!.to.origin.id : "";
    const forged = database.sql(
      `UPDATE origin SET "attestedById" = $1, "attestedReason" = 'x' WHERE id = $2`,
      [checker.id, originId],
    );
    expect((await refusalOf(forged)).code).toBe("23514");
    const bare = database.sql(`UPDATE origin SET "attestedById" = $1 WHERE id = $2`, [editor.id, originId]);
    expect((await refusalOf(bare)).code).toBe("23514");
    await done(attestOrigin(editor, originId, { reason: "Both relays confirmed it to me." }, now()));
    const current = (await openClaim(claimId, now()))!;
    expect(independenceDto(editor, current).count).toBe(2);
    expect(current.dossier.authorIds).toContain(editor.id);
    expect(JSON.stringify(current.record.route)).toContain("attests that it is separate");
    await done(attestOrigin(editor, originId, { reason: null }, now()));
    expect((await originsOf(claimId)).count).toBe(1);
  });

  it("are the only ones that need it", async () => {
    const { articleId } = await relay();
    await done(addAttribution(checker, articleId, origin("A named clerk"), now()));
    const [edge] = (await listAttributions(wholeDesk, articleId)).filter(({ to }) => "origin" in to);
    const originId = "origin" in edge!.to ? edge!.to.origin.id : "";
    expect(await refused(attestOrigin(editor, originId, { reason: "x" }, now()))).toMatchObject({
      code: "not-unnamed",
    });
  });
});

describe("deciding again what held before", () => {
  it("is refused once somebody decided otherwise, for one claim and for every claim", async () => {
    const { articleId, first } = await relay();
    const { attributionId } = await done(
      addAttribution(checker, articleId, { ...origin("Order book"), status: "suggested" }, now()),
    );
    const decide = (viewer: Viewer, input: Parameters<typeof decideAttribution>[2]) =>
      decideAttribution(viewer, attributionId, input, now());
    const here = { claimId: first } as const;
    expect(await done(decide(checker, { ...here, status: "confirmed" }))).toMatchObject({ wasHere: null });
    expect(await done(decide(editor, { ...here, status: "rejected" }))).toMatchObject({
      wasHere: "confirmed",
    });
    const back = { ...here, status: "suggested", expected: "confirmed" } as const;
    expect(await refused(decide(checker, back))).toMatchObject({ kind: "conflict", code: "stale" });
    await done(decide(editor, { ...here, status: "confirmed", expected: "rejected" }));
    await done(decide(checker, { status: "rejected" }));
    const forAll = { status: "suggested", expected: "confirmed" } as const;
    expect(await refused(decide(checker, forAll))).toMatchObject({ code: "stale" });
    await done(decide(checker, { ...forAll, expected: "rejected" }));
    const [row] = await listAttributions(wholeDesk, articleId);
    expect(row).toMatchObject({
      status: "suggested",
      onClaims: [{ claimId: first, status: "confirmed" }],
    });
  });
});

describe("a suggestion that is confirmed under another name or kind", () => {
  const suggested = async () => {
    const { articleId, first } = await relay();
    const to = { origin: { ...origin(`Fisheries ${articleId}`).to.origin, kind: "other" as const } };
    const added = await done(
      addAttribution(checker, articleId, { ...origin(""), to, status: "suggested" }, now()),
    );
    return {
      ...added,
      articleId,
      first,
      right: { name: `Ministry ${articleId}`, kind: "organisation" as const },
    };
  };
  const shown = async (articleId: string) =>
    (await listAttributions(wholeDesk, articleId)).flatMap(({ to, status, onClaims }) =>
      "origin" in to ? [[to.origin.name, to.origin.kind, status, onClaims.length]] : [],
    );

  it("leads to the right one, for one claim or for every", async () => {
    for (const isHere of [true, false]) {
      const { attributionId, articleId, first, right } = await suggested();
      const forOne = isHere ? { claimId: first } : {};
      const input = { status: "confirmed" as const, origin: right, ...forOne };
      await done(decideAttribution(checker, attributionId, input, now()));
      expect(await shown(articleId)).toEqual([
        [right.name, right.kind, isHere ? "suggested" : "confirmed", isHere ? 1 : 0],
      ]);
    }
  });

  it("is refused once it was decided under its name, and stays as it was when it is rejected", async () => {
    const { attributionId, articleId, first, right } = await suggested();
    const name = `Fisheries ${articleId}`;
    await done(
      decideAttribution(checker, attributionId, { status: "rejected", claimId: first, origin: right }, now()),
    );
    expect((await shown(articleId))[0]?.[0]).toBe(name);
    expect(
      await refused(decideAttribution(checker, attributionId, { status: "confirmed", origin: right }, now())),
    ).toMatchObject({ code: "already-decided" });
    expect((await shown(articleId))[0]?.[0]).toBe(name);
  });
});
