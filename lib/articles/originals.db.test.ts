import { beforeAll, describe, expect, it } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addAttribution, decideAttribution } from "../attributions/commands/decide-attribution";
import { createClaim } from "../claims/commands/create-claim";
import { openClaim } from "../claims/queries";
import { addEvidence } from "../evidence/commands";
import { addArticle } from "./commands/add-article";
import { editArticle } from "./commands/edit-article";
import { fetchOriginal, fillArticle } from "./commands/fill-article";
import { listOriginals } from "./list-originals.server";
import { getArticle } from "./queries";

const database = useTestDatabase();
let checker: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
});

const now = () => new Date();
const words = "Four cranes were ordered last year.";
const pasted = (text: string, url: string | null = null) =>
  ({ bytes: Buffer.from(text), method: "pasted", kind: "text", url }) as const;
const mention = (outlet: string) => done(addArticle(checker, { mention: { outlet } }, now()));
const wire = (text: string) => `Cranes for the harbour\n\n${text}\n\nThe order book says so.\n`;

/** An article that quotes an original, and a claim that rests on it. */
async function leaning(
  originalId: string,
  status: "suggested" | "confirmed" = "confirmed",
  outlet = "Relay",
) {
  const { articleId } = await done(addArticle(checker, { text: `Relay\n\n${words}\n`, outlet }, now()));
  const { claimId } = await done(createClaim(checker, { text: `${words} ${articleId}` }, now()));
  await done(
    addEvidence(checker, claimId, { articleId, quote: { exact: words }, stance: "supports" }, now()),
  );
  await done(
    addAttribution(checker, articleId, { type: "cites", to: { articleId: originalId }, status }, now()),
  );
  return { articleId, claimId };
}

const gateAsks = async (claimId: string, id: string) => {
  const { gateIssues } = await import("../verdicts/requirements");
  const current = (await openClaim(claimId, now()))!;
  return gateIssues(current.dossier, {
    ratings: current.settings.ratings,
    settings: current.settings.gate,
    signerId: null,
    basisHash: current.basisHash,
    now: now().toISOString(),
  }).some(({ code, field }) => code === "original-not-read" && field === `articles.${id}`);
};

describe("capturing an original that others name", () => {
  it("fills that very article: it becomes captured, is no second article, and the gate asks for it no more", async () => {
    const { articleId } = await mention("Tiding Wire");
    const { claimId } = await leaning(articleId, "confirmed", "Relay One");
    expect(await gateAsks(claimId, articleId)).toBe(true);
    const before = await database.sql("SELECT count(*) AS n FROM article");
    const given = { title: "Cranes for the harbour", publishedAt: "2024-06-28" };
    const filled = await done(fillArticle(checker, articleId, pasted(wire("One.")), given, now()));
    expect(filled).toEqual({ articleId, state: "captured" });
    expect(await getArticle(wholeDesk, articleId)).toMatchObject({
      state: "captured",
      outlet: "Tiding Wire",
      ...given,
    });
    expect(await database.sql("SELECT count(*) AS n FROM article")).toEqual(before);
    expect(await gateAsks(claimId, articleId)).toBe(false);
    expect(await refused(fillArticle(checker, articleId, pasted(wire("Two.")), {}, now()))).toMatchObject({
      kind: "conflict",
      code: "already-captured",
    });
  });

  it("leads to the copy that the desk holds already, with what was decided, and keeps no circle", async () => {
    const url = "https://tiding.example/cranes";
    const held = await done(addArticle(checker, { text: wire("Held."), url, outlet: "Tiding Held" }, now()));
    const { articleId } = await mention("Tiding Mention");
    const { claimId, articleId: relayId } = await leaning(articleId, "confirmed", "Relay Two");
    await done(addAttribution(checker, held.articleId, { type: "cites", to: { articleId } }, now()));
    const filled = await done(fetchOriginal(checker, articleId, { url: `${url}?utm_source=x` }, now()));
    expect(filled).toEqual({ articleId: held.articleId, state: "captured" });
    expect(await gateAsks(claimId, articleId)).toBe(false);
    const rows = await database.sql(
      `SELECT "fromArticleId", "toArticleId", status FROM attribution WHERE "toArticleId" = ANY($1) ORDER BY id`,
      [[articleId, held.articleId]],
    );
    expect(rows).toEqual([
      { fromArticleId: relayId, toArticleId: held.articleId, status: "confirmed" },
      { fromArticleId: held.articleId, toArticleId: articleId, status: "rejected" },
    ]);
  });

  it("or logging why it cannot be had, lifts the line of the gate and is printed", async () => {
    const { articleId } = await mention("Closed Archive");
    const { claimId } = await leaning(articleId, "confirmed", "Relay Three");
    await done(editArticle(checker, articleId, { notObtainable: "The archive is closed." }, now()));
    expect(await gateAsks(claimId, articleId)).toBe(false);
    const { record } = (await openClaim(claimId, now()))!;
    expect(record.notObtained).toEqual([{ name: "Closed Archive", reason: "The archive is closed." }]);
  });
});

describe("the list of originals nobody has read", () => {
  it("is sorted by what each would unlock, has every one once over its pages, and drops what was read", async () => {
    const ids: string[] = [];
    for (const name of ["Once", "Twice", "Twice Thought", "Thought", "Unwanted"])
      ids.push((await mention(`List ${name}`)).articleId);
    const [once, twice, twiceThought, thought, unwanted] = ids as [string, string, string, string, string];
    await leaning(twiceThought, "suggested", "F");
    await leaning(twiceThought, "suggested", "G");
    await leaning(once, "confirmed", "A");
    await leaning(twice, "confirmed", "B");
    await leaning(twice, "confirmed", "C");
    await leaning(thought, "suggested", "D");
    const pages = [];
    for (let cursor: string | undefined, more = true; more;) {
      const { items, nextCursor } = await listOriginals(wholeDesk, { limit: 1, cursor });
      pages.push(...items);
      cursor = nextCursor ?? undefined;
      more = nextCursor !== null;
    }
    const mine = pages.filter(({ id }) => ids.includes(id));
    const confirmed = { suggestedClaims: 0, suggestedArticles: 0 };
    expect(mine).toMatchObject([
      { id: twice, stops: 2, claims: 2, articles: 2, ...confirmed },
      { id: once, stops: 1, claims: 1, articles: 1, ...confirmed },
      { id: twiceThought, stops: 0, claims: 0, articles: 0, suggestedClaims: 2, suggestedArticles: 2 },
      { id: thought, stops: 0, claims: 0, articles: 0, suggestedClaims: 1, suggestedArticles: 1 },
    ]);
    expect(mine[3]!.waiting).toMatchObject([{ stopped: false, suggested: true }]);
    expect(mine[0]!.waiting).toHaveLength(2);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    expect(pages.map(({ id }) => id)).not.toContain(unwanted);
    await done(fillArticle(checker, twice, pasted(wire("Twice.")), {}, now()));
    const { items: waiting } = await listOriginals(wholeDesk, { limit: 100 });
    expect(waiting.map(({ id }) => id)).not.toContain(twice);
    expect(waiting.map(({ id }) => id)).toContain(once);
  });

  it("has a claim wait for it once somebody confirmed a suggestion, be it for this claim alone", async () => {
    const { articleId: original } = await mention("List Accepted");
    const { articleId, claimId } = await leaning(original, "suggested", "E");
    const found = async () => {
      const { items } = await listOriginals(wholeDesk, { limit: 100 });
      return items.find(({ id }) => id === original);
    };
    expect(await found()).toMatchObject({ stops: 0, claims: 0, suggestedClaims: 1, suggestedArticles: 1 });
    const [edge] = await database.sql<{ id: string }>(
      `SELECT id FROM attribution WHERE "fromArticleId" = $1 AND "toArticleId" = $2`,
      [articleId, original],
    );
    await done(decideAttribution(checker, edge!.id, { status: "confirmed", claimId }, now()));
    expect(await found()).toMatchObject({ stops: 1, claims: 1, suggestedClaims: 0, suggestedArticles: 0 });
    const { claimId: second } = await done(createClaim(checker, { text: "Cranes came." }, now()));
    await done(
      addEvidence(checker, second, { articleId, quote: { exact: words }, stance: "supports" }, now()),
    );
    expect(await found()).toMatchObject({ stops: 1, claims: 1, suggestedClaims: 1, suggestedArticles: 0 });
    await done(decideAttribution(checker, edge!.id, { status: "rejected", claimId: second }, now()));
    expect(await found()).toMatchObject({ stops: 1, claims: 1, suggestedClaims: 0, suggestedArticles: 0 });
  });
});
