import { describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { newId } from "../core/new-id.server";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { giveReview } from "../reviews/commands";
import { submitTip } from "../tips/commands";
import { figuresFile } from "./file.server";
import { lastTwelveMonths } from "./period";
import { loadNewsroomFigures } from "./queries";
import { loadBalance } from "./selection.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const now = () => loadNewsroomFigures(lastTwelveMonths(new Date(), "UTC"), 100);

/** Puts the article of a claim's evidence under an outlet and an origin, as people would have confirmed them. */
async function traceTo(
  { articleId, author }: { articleId: string; author: Viewer },
  origin: { name: string; naming: string },
  outlet: string,
) {
  const [outletId, originId] = [newId(), newId()];
  await database.sqlOwner(`INSERT INTO outlet (id, name, "nameKey") VALUES ($1, $2, $1)`, [outletId, outlet]);
  await database.sqlOwner(`UPDATE article SET "outletId" = $1 WHERE id = $2`, [outletId, articleId]);
  await database.sqlOwner(`INSERT INTO origin (id, name, kind, naming) VALUES ($1, $2, 'record', $3)`, [
    originId,
    origin.name,
    origin.naming,
  ]);
  await database.sqlOwner(
    `INSERT INTO attribution (id, type, "fromArticleId", "toOriginId", status, "decidedById", "decidedAt")
     VALUES ($1, 'cites', $2, $3, 'confirmed', $4, now())`,
    [newId(), articleId, originId, author.id],
  );
}

describe("the newsroom's figures", () => {
  it("follow one claim through its stages by the log, and say of one that it is too few", async () => {
    const { slug } = await desk.published("Ferries one");
    const { output, stages, agreement, choices } = await now();
    expect(output).toHaveLength(12);
    expect(output.at(-1)).toMatchObject({
      published: 1,
      ratings: { confirmed: 1 },
      corrected: 0,
      retracted: 0,
    });
    expect(stages.map(({ count, quantiles }) => [count, quantiles])).toEqual(Array(6).fill([1, null]));
    expect(agreement).toMatchObject({
      signed: 1,
      compared: 1,
      marks: 2,
      sameMark: 1,
      alpha: null,
      interval: null,
    });
    expect(choices.claims).toBe(1);
    expect(slug).toBe("ferries-one");
  });

  it("are the same to the last digit whatever is answered on a claim that is not signed", async () => {
    const { claimId, reviewer, other } = await desk.inReview("Ferries in review");
    const before = await now();
    const mark = { mark: "disputed", rating: "disputed", rationale: "Secret." } as const;
    await done(giveReview(reviewer, claimId, mark, new Date()));
    expect(await now()).toEqual(before);
    await desk.review(other, claimId);
    expect(await now()).toEqual(before);
  });

  it("leave out the marks of a claim that is being corrected, whose next reviewer must not know them", async () => {
    const { claimId, author } = await desk.published("Ferries being corrected");
    const before = (await now()).agreement;
    await done(openCorrection(author, claimId, { class: "update", reason: "New facts." }, new Date()));
    const { agreement, responses } = await now();
    expect([agreement.signed, agreement.marks]).toEqual([before.signed - 1, before.marks - 2]);
    expect(responses.open).toBe(1);
  });

  it("count what is being corrected as published, as readers still find it", async () => {
    const { claimId, author } = await desk.published("Ferries that stay up");
    const before = await now();
    const publishedOf = ({ topics }: typeof before) =>
      topics.rows.reduce((sum, row) => sum + row.published, 0);
    expect(publishedOf(before)).toBeGreaterThan(0);
    await done(openCorrection(author, claimId, { class: "update", reason: "New facts." }, new Date()));
    expect(publishedOf(await now())).toBe(publishedOf(before));
  });

  it("tell how soon what a reader reported was put right, and nothing of reports about other pages", async () => {
    const { claimId, author, editor, slug } = await desk.published("Ferries withdrawn");
    const report = (path: string) =>
      done(
        submitTip({ text: "It is wrong.", url: `http://localhost:3000${path}` } as never, null, new Date()),
      );
    await report(`/verdicts/${slug}`);
    await report("/about");
    // A correction that ends in the retraction was never signed.
    await done(openCorrection(author, claimId, { class: "correction", reason: "Wrong." }, new Date()));
    await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 1 }, new Date()));
    const { output, responses, choices } = await now();
    expect(output.at(-1)?.retracted).toBe(1);
    expect(responses.reports).toBe(1);
    expect(Object.fromEntries(responses.times.map(({ of, count }) => [of, count]))).toEqual({
      "published-to-corrected": 1,
      "opened-to-signed": 0,
      "reported-to-corrected": 1,
    });
    expect(choices.tips).toMatchObject({ received: 2, waiting: 2 });
  });

  it("count an origin once a verdict, and never name a source that is withheld or known to us alone", async () => {
    const open = await desk.published("Ferries traced");
    await traceTo(open, { name: "The harbour register", naming: "named" }, "Selby Post");
    const own = newId();
    await database.sqlOwner(
      `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", status, "decidedById", "decidedAt")
       VALUES ($1, 'own-reporting', $2, $2, 'confirmed', $3, now())`,
      [own, open.articleId, open.author.id],
    );
    const shy = await desk.published("Ferries told in private");
    await traceTo(shy, { name: "A captain we know", naming: "unnamed-known-to-us" }, "Goole Post");
    const held = await desk.published("Ferries withheld");
    await traceTo(held, { name: "The leaked ledger", naming: "named" }, "Leak Post");
    await database.sqlOwner("ALTER TABLE evidence DISABLE TRIGGER USER");
    await database.sqlOwner(`UPDATE evidence SET disclosure = 'withheld' WHERE "claimId" = $1`, [
      held.claimId,
    ]);
    await database.sqlOwner("ALTER TABLE evidence ENABLE TRIGGER USER");
    const { sources } = await now();
    expect(sources.origins).toEqual([
      { name: "The harbour register", kind: "record", naming: "named", verdicts: 1, articles: 1 },
      { name: null, kind: null, naming: "unnamed-known-to-us", verdicts: 1, articles: 1 },
    ]);
    expect(sources.outlets).toEqual([
      { name: "Goole Post", verdicts: 1, articles: 1, ownReporting: 0 },
      { name: "Selby Post", verdicts: 1, articles: 1, ownReporting: 1 },
    ]);
    expect(sources.ownReporting).toEqual({ verdicts: 1, articles: 1 });
    expect(JSON.stringify(sources)).not.toMatch(/captain|leaked|Leak/);
    await database.sqlOwner("ALTER TABLE claim_attribution DISABLE TRIGGER USER");
    await database.sqlOwner(
      `INSERT INTO claim_attribution ("attributionId", "claimId", status, "decidedById") VALUES ($1, $2, 'rejected', $3)`,
      [own, open.claimId, open.author.id],
    );
    expect((await now()).sources.ownReporting).toEqual({ verdicts: 0, articles: 0 });
    const selby = (await now()).sources.outlets.find(({ name }) => name === "Selby Post");
    expect(selby).toMatchObject({ verdicts: 1, ownReporting: 0 });
  });

  it("lean on nothing that is not signed: a claim that is being corrected is left out until it is", async () => {
    const { claimId, author, articleId } = await desk.published("Ferries leaned on");
    await traceTo({ articleId, author }, { name: "The ferry list", naming: "named" }, "Ferry Post");
    const before = (await now()).sources;
    expect(JSON.stringify(before)).toMatch(/Ferry Post/);
    await done(openCorrection(author, claimId, { class: "update", reason: "New facts." }, new Date()));
    const other = await desk.addQuote(author, claimId);
    expect(other.evidenceId).not.toBe("");
    const { sources } = await now();
    expect(sources.verdicts).toBe(before.verdicts - 1);
    expect(JSON.stringify(sources)).not.toMatch(/Ferry/);
  });

  it("count claims without a claimant, however many claimants go before them", async () => {
    const author = await database.makeViewer("checker", "Notes claims");
    for (const claimant of ["The mayor", "The mayor", "The council", undefined])
      await done(
        createClaim(
          author,
          { text: `Ferries by ${claimant}`, ...(claimant ? { claimant } : {}) },
          new Date(),
        ),
      );
    const { rows, others } = await loadBalance("claimants", lastTwelveMonths(new Date(), "UTC"), 1);
    expect(rows.map(({ name }) => name)).toEqual(["The mayor", null]);
    expect(others).toBe(1);
  });

  it("are a file for each table, and no file for anything else", async () => {
    const file = await figuresFile("output.csv", new URLSearchParams(), new Date());
    const text = file.ok ? new TextDecoder().decode(file.value.bytes) : "";
    expect(text.split("\r\n")[0]).toBe("Month,Published,Confirmed,Corrected,Updated,Retracted");
    for (const [name, query] of [
      ["people.csv", ""],
      ["output.csv", "from=2026-13"],
      ["output.csv", "person=1"],
    ] as const)
      expect((await figuresFile(name, new URLSearchParams(query), new Date())).ok).toBe(false);
  });
});
