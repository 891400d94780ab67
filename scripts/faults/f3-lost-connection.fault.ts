import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { ticketOfRequest, type Ticket } from "../../lib/core/idempotency.server";
import { closeDb } from "../../lib/core/db.server";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { openBreakingLink } from "./breaking-link";
import { isLong, newHistory } from "./history";

const database = useTestDatabase();
const desk = makeDesk(database);
let link: Awaited<ReturnType<typeof openBreakingLink>>;

beforeAll(async () => {
  link = await openBreakingLink(new URL(database.appUrl));
});
afterAll(() => link.close());

/** Points the code under test at the database through the link, or around it. */
async function connectBy(url: string): Promise<void> {
  await closeDb();
  process.env.DATABASE_URL = url;
}

const madeOf = async (claimId: string) =>
  (
    await database.sql<{ publications: number; signOffs: number; entries: number; state: string }>(
      `SELECT (SELECT count(*)::int FROM publication WHERE "claimId" = c.id) AS publications,
         (SELECT count(*)::int FROM sign_off WHERE "claimId" = c.id) AS "signOffs",
         (SELECT count(*)::int FROM log_entry WHERE "claimId" = c.id AND event = 'verdict.signed-off') AS entries,
         state FROM claim c WHERE id = $1`,
      [claimId],
    )
  )[0]!;
const before = { publications: 0, signOffs: 0, entries: 0, state: "ready" };
const after = { publications: 1, signOffs: 1, entries: 1, state: "published" };

const ticketFor = (editor: Viewer, claimId: string, hash: string): Ticket => ({
  account: editor.id,
  route: "sign-off",
  key: `key-${claimId}`,
  bodySha256: hash,
  used: false,
  replayed: false,
});

/** A claim that is ready, and its sign-off under the same key whenever it is called. */
async function readyToSign(editor: Viewer) {
  await connectBy(database.appUrl);
  const { claimId, hash } = await desk.ready();
  const sign = () =>
    ticketOfRequest.run(ticketFor(editor, claimId, hash), () =>
      signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()),
    );
  await connectBy(link.url);
  return { claimId, sign };
}

/** How many questions an undisturbed sign-off asks; the last one is its COMMIT. */
async function questionsAsked(editor: Viewer): Promise<number> {
  const { sign } = await readyToSign(editor);
  link.arm(Number.POSITIVE_INFINITY, "before");
  expect(await sign()).toMatchObject({ ok: true });
  return link.asked();
}

it("F3: a sign-off whose connection is lost at any of its questions happened whole or not at all, and a retry with its key makes it whole", async () => {
  const history = newHistory("F3");
  const editor = await database.makeViewer("editor", "Editor");
  const last = await questionsAsked(editor);
  // The short form takes every third question, and the COMMIT.
  const points = Array.from({ length: last }, (_, n) => n + 1).filter(
    (n) => isLong || n % 3 === 1 || n === last,
  );
  let [whole, none] = [0, 0];
  const cuts = (["before", "after"] as const).flatMap((w) => points.map((p) => [w, p] as const));
  for (const [index, [when, n]] of cuts.entries()) {
    history.pace(index, cuts.length);
    const { claimId, sign } = await readyToSign(editor);
    link.arm(n, when);
    const operation = history.invoke(editor.id, `sign-off, connection lost ${when} question ${n}`);
    const result = await sign().catch((error: Error) => error);
    link.disarm();
    const isAnswered = !(result instanceof Error) && result.ok;
    history.end(operation, isAnswered ? "ok" : "unknown", isAnswered ? null : String(result));
    expect(link.hasBroken(), `${when} question ${n}`).toBe(true);
    const made = await madeOf(claimId);
    expect([before, after], `${when} question ${n}`).toContainEqual(made);
    if (isAnswered) expect(made).toEqual(after);
    if (made.publications === 1) whole += 1;
    else none += 1;
    expect(await sign()).toMatchObject({ ok: true, value: { publication: { version: 1 } } });
    expect(await madeOf(claimId)).toEqual(after);
  }
  await connectBy(database.appUrl);
  expect(none).toBeGreaterThan(0);
  // Lost after its COMMIT: done, and nobody was told.
  expect(whole).toBeGreaterThan(0);
  history.figures({ questions: last, points: points.length * 2, whole, none });
});
