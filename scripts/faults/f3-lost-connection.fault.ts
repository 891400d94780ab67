import { afterAll, beforeAll, expect, it } from "vitest";
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

it("F3: a sign-off whose connection is lost at any of its questions happened whole or not at all, and a retry with its key makes it whole", async () => {
  const history = newHistory("F3");
  const editor = await database.makeViewer("editor", "Editor");
  let [whole, none, points] = [0, 0, 0];
  for (const when of ["before", "after"] as const) {
    // The short form takes every second question, and with it BEGIN, the middle and COMMIT.
    for (let n = 1; ; n += isLong ? 1 : 2) {
      await connectBy(database.appUrl);
      const { claimId, hash } = await desk.ready();
      const sign = (ticket: Ticket) =>
        ticketOfRequest.run(ticket, () =>
          signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()),
        );
      const ticketFor = (): Ticket => ({
        account: editor.id,
        route: "sign-off",
        key: `key-${claimId}`,
        bodySha256: hash,
        used: false,
        replayed: false,
      });
      await connectBy(link.url);
      link.arm(n, when);
      const operation = history.invoke(editor.id, `sign-off, connection lost ${when} question ${n}`);
      const result = await sign(ticketFor()).catch((error: Error) => error);
      link.disarm();
      const isAnswered = !(result instanceof Error) && result.ok;
      history.end(operation, isAnswered ? "ok" : "unknown", isAnswered ? null : String(result));
      const made = await madeOf(claimId);
      expect([before, after], `${when} question ${n}`).toContainEqual(made);
      if (isAnswered) expect(made).toEqual(after);
      if (!link.hasBroken()) break;
      points += 1;
      if (made.publications === 1) whole += 1;
      else none += 1;
      const retried = await sign(ticketFor());
      expect(retried).toMatchObject({ ok: true, value: { publication: { version: 1 } } });
      expect(await madeOf(claimId)).toEqual(after);
    }
  }
  await connectBy(database.appUrl);
  expect(points).toBeGreaterThan(10);
  expect(none).toBeGreaterThan(0);
  expect(whole).toBeGreaterThan(0);
  history.figures({ points, whole, none });
});
