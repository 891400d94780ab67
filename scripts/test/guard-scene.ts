import { createHash, randomUUID } from "node:crypto";
import type { TestDatabase } from "./test-database";

/** Builds rows by raw SQL as the application's role: the guards are tried without any of our code in between. */
export type Scene = ReturnType<typeof makeScene>;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A revision hash for a test: any text, hashed. */
export const revisionHash = sha256;

/** The text and columns of a record that says what it is. */
export function recordOf(slug: string, version: number, kind = "publication", salt = "") {
  const text = JSON.stringify({ kind, slug, version, salt });
  return { text, sha256: sha256(text) };
}

/** Scene builder on a test database. */
export function makeScene(database: TestDatabase) {
  const { sql } = database;
  const add = async (table: string, columns: Record<string, unknown>): Promise<string> => {
    const names = Object.keys(columns);
    const places = names.map((_, index) => `$${index + 1}`).join(", ");
    await sql(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${places})`,
      Object.values(columns),
    );
    return String(columns.id ?? columns.claimId);
  };
  const id = () => randomUUID();

  const person = (role: string, more: Record<string, unknown> = {}) => {
    const own = id();
    return add("user", { id: own, email: `${own}@test.example`, name: "Test Person", role, ...more });
  };
  const article = (by: string) => add("article", { id: id(), state: "captured", createdById: by });
  const capture = (articleId: string, by: string, more: Record<string, unknown> = {}) => {
    const bytes = Buffer.from("Two cars were given.");
    const kept = { sha256: sha256(bytes.toString()), bytes, fullText: bytes.toString() };
    return add("capture", {
      id: id(),
      articleId,
      method: "pasted",
      capturedAt: new Date(),
      createdById: by,
      ...kept,
      ...more,
    });
  };
  const quote = (articleId: string, captureId: string, by: string) =>
    add("quote", {
      id: id(),
      articleId,
      captureId,
      exact: "Two cars",
      start: 0,
      end: 8,
      sentence: "Two cars were given.",
      createdById: by,
    });
  const claim = (by: string, more: Record<string, unknown> = {}) => {
    const own = id();
    return add("claim", {
      id: own,
      text: "Two cars were given.",
      createdById: by,
      slug: `claim-${own.slice(0, 8)}`,
      topics: [],
      ...more,
    });
  };
  const go = async (claimId: string, ...states: string[]) => {
    for (const state of states) await sql("UPDATE claim SET state = $2 WHERE id = $1", [claimId, state]);
  };
  const revise = async (claimId: string, number: number, hash: string) => {
    await add("revision", { claimId, number, hash });
    return hash;
  };
  const evidence = (
    claimId: string,
    articleId: string,
    quoteId: string,
    by: string,
    more: Record<string, unknown> = {},
  ) =>
    add("evidence", {
      id: id(),
      claimId,
      articleId,
      quoteId,
      stance: "supports",
      addedById: by,
      commitmentSalt: "00",
      ...more,
    });
  const review = (claimId: string, by: string, more: Record<string, unknown> = {}) =>
    add("review", {
      id: id(),
      claimId,
      reviewerId: by,
      mark: "confirmed",
      rationale: "Read it.",
      evidenceIds: [],
      blind: true,
      basisHash: "b",
      ...more,
    });
  const signOff = (claimId: string, editorId: string, hash: string, more: Record<string, unknown> = {}) =>
    add("sign_off", { id: id(), claimId, editorId, revisionHash: hash, action: "publish", ...more });
  const slugOf = async (claimId: string) =>
    (await sql<{ slug: string }>("SELECT slug FROM claim WHERE id = $1", [claimId]))[0]!.slug;
  const publication = async (
    claimId: string,
    signOffId: string,
    hash: string,
    version: number,
    more: Record<string, unknown> = {},
  ) => {
    const slug = await slugOf(claimId);
    const record = recordOf(slug, version, (more.kind as string) ?? "publication", hash);
    return add("publication", {
      id: id(),
      claimId,
      slug,
      version,
      kind: "publication",
      recordText: record.text,
      sha256: record.sha256,
      revisionHash: hash,
      signature: "s".repeat(86),
      keyId: "key",
      signOffId,
      publishedAt: new Date(),
      topics: [],
      claimText: "Two cars were given.",
      finding: "Yes.",
      ...more,
    });
  };

  /** A claim written by one person, ready to be signed by another, with its revision. */
  const ready = async () => {
    const [author, editor] = [await person("checker"), await person("editor")];
    const claimId = await claim(author);
    await go(claimId, "researching", "in-review", "ready");
    const hash = await revise(claimId, 1, revisionHash(claimId));
    return { author, editor, claimId, hash };
  };
  /** The same, published as version 1. */
  const published = async () => {
    const scene = await ready();
    const signOffId = await signOff(scene.claimId, scene.editor, scene.hash);
    const publicationId = await publication(scene.claimId, signOffId, scene.hash, 1);
    await go(scene.claimId, "published");
    return { ...scene, signOffId, publicationId };
  };
  /** Opens a correction on a published claim and brings it to ready again; answers the hash of its second revision. */
  const corrected = async (claimId: string, by: string) => {
    const why = { class: "correction", reason: "A figure was wrong." };
    await add("correction", { id: id(), claimId, ...why, openedById: by });
    await go(claimId, "in-review", "ready");
    return revise(claimId, 2, revisionHash(`${claimId}/2`));
  };

  return {
    add,
    id,
    person,
    article,
    capture,
    quote,
    claim,
    go,
    revise,
    evidence,
    review,
    signOff,
    slugOf,
    publication,
    ready,
    published,
    corrected,
  };
}

/** SQLSTATE of the refusal, and its words; fails the test when there is none. */
export async function refusalOf(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const done = await work.then(
    () => null,
    (error: { code: string; message: string }) => error,
  );
  if (!done) throw new Error("The database allowed it.");
  return { code: done.code, message: done.message };
}
