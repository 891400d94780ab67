import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { openClaim } from "../claims/queries";
import { addEvidence, editEvidence, removeEvidence } from "../evidence/commands";
import { workbook } from "../imports/fixtures/workbook";
import { openCorrection } from "../publications/commands/open-correction";
import { issuesOf } from "../verdicts/gate.server";
import { runCommand } from "../core/run-command.server";
import { addDocument } from "./commands/add-article";
import { captureAgain } from "./commands/capture-article";
import { driftAhead } from "./drift-ahead.server";
import { keepLook } from "./keep-look.server";
import { readDocumentApart } from "./read-document-apart.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const page = (words: string) => `A report\n\n${words}\n`;
const same = "Two new ferries sail from Selby every morning.";
const altered = "Two new ferries sail from Selby every evening.";

const paste = (viewer: Viewer, articleId: string, words: string) =>
  done(captureAgain(viewer, articleId, { text: page(words) }, new Date()));
const rows = <T extends Record<string, unknown>>(table: string, claimId: string) =>
  database.sql<T>(`SELECT * FROM ${table} WHERE "claimId" = $1 ORDER BY id`, [claimId]);
const news = async (viewer: Viewer, claimId: string) =>
  (
    await database.sql<{ kind: string }>(
      `SELECT kind FROM notification WHERE "userId" = $1 AND "claimId" = $2 ORDER BY id`,
      [viewer.id, claimId],
    )
  ).map(({ kind }) => kind);
const gateCodes = async (claimId: string) =>
  issuesOf((await openClaim(claimId, new Date()))!, null, new Date()).map(({ code }) => code);
const stateOf = async (claimId: string) =>
  (await database.sql<{ state: string }>("SELECT state FROM claim WHERE id = $1", [claimId]))[0]!.state;

type Task = { kind: string; doneAt: Date | null; note: string | null; text: string };
type Draft = { state: string; kind: string; text: string; version: number; dismissReason: string | null };

describe("words that changed under an open claim", () => {
  it("send it back to review, reopen its gate, and are told once to each of its people", async () => {
    const { claimId, articleId, author, reviewer, other } = await desk.ready();
    const outsider = await database.makeViewer("checker", "Outsider");
    expect(await gateCodes(claimId)).not.toContain("quote-altered");
    await paste(outsider, articleId, altered);
    expect(await stateOf(claimId)).toBe("in-review");
    expect(await gateCodes(claimId)).toContain("quote-altered");
    await paste(outsider, articleId, altered);
    for (const person of [author, reviewer, other])
      expect(await news(person, claimId)).toEqual(["source-altered"]);
    expect(await news(outsider, claimId)).toEqual([]);
    expect(await rows("task", claimId)).toEqual([]);
    expect(await rows("prepared_notice", claimId)).toEqual([]);
    const entries = await database.sql(
      `SELECT "fromState", "toState" FROM log_entry WHERE "claimId" = $1 AND event = 'claim.fell-back'`,
      [claimId],
    );
    expect(entries).toEqual([{ fromState: "ready", toState: "in-review" }]);
  });

  it("are not told to who found them, nor to who has no account any more", async () => {
    const { claimId, articleId, author, reviewer, other } = await desk.inReview();
    await desk.review(reviewer, claimId);
    await desk.review(other, claimId);
    await database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [other.id]);
    await paste(author, articleId, altered);
    expect(await news(author, claimId)).toEqual([]);
    expect(await news(reviewer, claimId)).toEqual(["source-altered"]);
    expect(await news(other, claimId)).toEqual([]);
  });

  it("stay changed for the gate when the source cannot be reached afterwards", async () => {
    const { claimId, articleId, author } = await desk.inReview();
    await paste(author, articleId, altered);
    await database.sqlOwner(`UPDATE article SET url = 'http://192.0.2.7/page' WHERE id = $1`, [articleId]);
    const again = await done(captureAgain(author, articleId, {}, new Date()));
    expect(again.drift).toEqual([expect.objectContaining({ outcome: "unreachable" })]);
    expect(await gateCodes(claimId)).toContain("quote-altered");
    await paste(author, articleId, same);
    expect(await gateCodes(claimId)).not.toContain("quote-altered");
  });
});

describe("words that changed under a publication", () => {
  it("make one task and one draft of a notice, however often they are found, and nothing public", async () => {
    const { claimId, articleId, author, editor, slug } = await desk.published();
    for (let times = 0; times < 3; times += 1) await paste(author, articleId, altered);
    await Promise.all(Array.from({ length: 5 }, () => paste(author, articleId, altered)));
    const tasks = await rows<Task>("task", claimId);
    expect(tasks).toEqual([
      expect.objectContaining({ kind: "quote-altered", doneAt: null, slug, articleId }),
    ]);
    const drafts = await rows<Draft>("prepared_notice", claimId);
    expect(drafts).toEqual([
      expect.objectContaining({ state: "waiting", kind: "source-changed", slug, version: 0 }),
    ]);
    expect(drafts[0]!.text).toContain("every morning");
    expect(drafts[0]!.text).toContain("every evening");
    expect(drafts[0]!.text).toContain("read differently in a copy that we pasted on");
    expect(await rows("notice", claimId)).toEqual([]);
    expect(await news(editor, claimId)).toEqual(["source-altered"]);
    expect(await stateOf(claimId)).toBe("published");
  });

  it("that change again say so in the draft, unless a person has worked on it", async () => {
    const { claimId, articleId, author, editor } = await desk.published();
    await paste(author, articleId, altered);
    await paste(author, articleId, "Two new ferries sail from Selby every night.");
    const [draft] = await rows<Draft>("prepared_notice", claimId);
    expect(draft!.text).toContain("every night");
    expect(await news(editor, claimId)).toEqual(["source-altered", "source-altered"]);
    await database.sqlOwner(
      `UPDATE prepared_notice SET text = 'Mine.', "editedById" = $2 WHERE "claimId" = $1`,
      [claimId, editor.id],
    );
    await paste(author, articleId, altered);
    expect((await rows<Draft>("prepared_notice", claimId)).map(({ text }) => text)).toEqual(["Mine."]);
  });

  it("that are gone are never said to have been edited", async () => {
    const { claimId, articleId, author, editor } = await desk.published();
    await paste(
      author,
      articleId,
      "Nothing here is about boats. It is about gardens and the weather in May.",
    );
    const [draft] = await rows<Draft>("prepared_notice", claimId);
    expect(draft!.text).toContain("do not stand in a copy that we pasted on");
    expect(draft!.text).not.toMatch(/edited|differ/);
    expect(await news(editor, claimId)).toEqual(["source-gone"]);
  });

  it("and stand again end the task with a note and take the draft back", async () => {
    const { claimId, articleId, author, editor } = await desk.published();
    await paste(author, articleId, altered);
    await paste(author, articleId, same);
    const [task] = await rows<Task>("task", claimId);
    expect(task!.doneAt).not.toBeNull();
    expect(task!.note).toContain("stand again");
    const [draft] = await rows<Draft>("prepared_notice", claimId);
    expect(draft).toMatchObject({ state: "withdrawn", dismissReason: task!.note });
    expect(await news(editor, claimId)).toEqual(["source-altered", "source-restored"]);
    await paste(author, articleId, altered);
    expect((await rows<Task>("task", claimId)).filter(({ doneAt }) => doneAt === null)).toHaveLength(1);
  });

  it("are watched for what readers see, also while a correction has taken the evidence out", async () => {
    const { claimId, articleId, author, evidenceId } = await desk.published();
    await done(openCorrection(author, claimId, { class: "correction", reason: "Wrong." }, new Date()));
    await done(removeEvidence(author, evidenceId, new Date()));
    await paste(author, articleId, altered);
    expect(await rows("prepared_notice", claimId)).toHaveLength(1);
    expect(await stateOf(claimId)).toBe("in-review");
  });

  it("are not quoted in the draft of a notice when the publication only describes them", async () => {
    const { claimId, articleId, author, evidenceId, reviewer, other } = await desk.inReview();
    await done(editEvidence(author, evidenceId, { disclosure: "withheld" }, new Date()));
    await desk.review(reviewer, claimId);
    await desk.review(other, claimId);
    await desk.event(author, claimId, "ready");
    const editor = await database.makeViewer("editor", "Careful");
    const { signOffVerdict } = await import("../publications/commands/sign-off-verdict");
    const revisionHash = await desk.revisionHash(claimId);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    await paste(author, articleId, altered);
    const [draft] = await rows<Draft>("prepared_notice", claimId);
    expect(draft!.text).toContain("A source that this check relies on");
    expect(draft!.text).not.toMatch(/ferries|morning|evening/);
  });
});

it("an address that nobody can open is refused as before when nothing is quoted from it", async () => {
  const viewer = await database.makeViewer("checker", "Curious");
  const { addArticle } = await import("./commands/add-article");
  const given = { text: page("Nobody quotes this."), url: "http://192.0.2.7/other" };
  const { articleId } = await done(addArticle(viewer, given, new Date()));
  expect(await refused(captureAgain(viewer, articleId, {}, new Date()))).toMatchObject({ kind: "invalid" });
});

it("a workbook that only shows its numbers otherwise says the same", async () => {
  const { claimId, author } = await desk.inReview();
  const ferries = (style: number) =>
    workbook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Selby</t></is></c><c r="B1" s="${style}"><v>0.34</v></c></row>`,
    );
  const file = { fileName: "ferries.xlsx", method: "uploaded" as const };
  const { articleId } = await done(
    addDocument(author, { ...file, bytes: ferries(0) }, { title: "Ferries" }, new Date()),
  );
  const quote = { exact: "Selby\t0.34" };
  await done(addEvidence(author, claimId, { articleId, quote, stance: "context" }, new Date()));
  const read = await done(readDocumentApart({ ...file, bytes: ferries(2) }));
  const look = { kind: "read" as const, read };
  const { drift } = await done(
    runCommand((tx) => keepLook(tx, { actor: author, articleId, look }, new Date())),
  );
  expect(drift).toEqual([expect.objectContaining({ outcome: "unchanged" })]);
  expect(await gateCodes(claimId)).not.toContain("quote-altered");
});

describe("quotes that were compared before the transaction", () => {
  it("are not compared again in it, unless something of them changed meanwhile", async () => {
    const { articleId, author } = await desk.ready();
    const read = await done(
      readDocumentApart({ bytes: Buffer.from(page(altered)), method: "pasted", kind: "text" }),
    );
    const look = { kind: "read" as const, read };
    const [[key, drift] = []] = [...(await driftAhead(articleId, look))];
    expect(drift).toMatchObject({ outcome: "altered" });
    const keptWith = async (ahead: Map<string, never>) =>
      (await done(runCommand((tx) => keepLook(tx, { actor: author, articleId, look, ahead }, new Date()))))
        .drift;
    const told = { ...drift, outcome: "gone" };
    expect(await keptWith(new Map([[key!, told as never]]))).toMatchObject([{ outcome: "gone" }]);
    expect(await keptWith(new Map([[`${key} of before`, told as never]]))).toMatchObject([
      { outcome: "altered" },
    ]);
  });
});
