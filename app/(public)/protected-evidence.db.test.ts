import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { protectedScene } from "../../scripts/test/protected-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { endReceiving, receiveWebhooks } from "../../scripts/test/webhook-receiver";
import { signedIn } from "../../lib/accounts/fixtures/people.server";
import { claimDto, openClaim } from "../../lib/claims/queries";
import { db, Prisma, rowsOf } from "../../lib/core/db.server";
import { explainError } from "../../lib/core/explain-error.server";
import { logger, makeLogger } from "../../lib/core/log-problem.server";
import { toProblem } from "../../lib/core/problem";
import { dumpLog } from "../../lib/log/dump.server";
import { askExit, publicExits } from "./public-exits";
import { siteUrl } from "./reader-test";

const database = useTestDatabase();
const now = () => new Date();

let scene: Awaited<ReturnType<typeof protectedScene>>;
const logged: string[] = [];
/** What a receiver of the newsroom's messages heard. */
let heard: string[] = [];

/** Writes lines as the server's own log does. */
const written = makeLogger({ write: (line) => void logged.push(line) });

beforeAll(async () => {
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation((...args: unknown[]) =>
      written[level](...(args as [object, string])),
    );
  heard = await receiveWebhooks(await signedIn("admin", now()), now());
  scene = await protectedScene(database);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await endReceiving();
});

/** What a dynamic part of an address is here. */
const valueOf = (part: string, route: string) =>
  ({
    slug: scene.slug,
    version: "1",
    topic: "Harbours.rss",
    name: route.includes("topics")
      ? "harbours"
      : route.includes("claimants")
        ? "the-yard"
        : "zqpublicpassageoutlet",
  })[part];

const queries: Record<string, string> = {
  "(public)/search": "q=boats+Selby",
  "api/v1/claims-search": "query=boats",
};

function answer(route: string, query?: string): Promise<{ status: number; text: string }> {
  const asked = route.endsWith("oembed") ? `url=${siteUrl}/verdicts/${scene.slug}` : queries[route];
  return askExit(route, valueOf, query ?? asked);
}

const leaks = (text: string) => {
  const folded = text.toLowerCase();
  return [...scene.secrets]
    .filter(([secret]) => folded.includes(secret.toLowerCase()))
    .map(([, what]) => what);
};

describe("protected evidence", () => {
  test("is there in every kind and protection, with canaries to look for", () => {
    expect(scene.secrets.size).toBeGreaterThan(150);
    expect(scene.told.size).toBeGreaterThan(60);
  });

  test.each(publicExits)("leaks nothing at %s", async (route) => {
    const { status, text } = await answer(route);
    expect(status, text.slice(0, 300)).toBeLessThan(500);
    expect(leaks(text)).toEqual([]);
  });

  test("is found by none of its words, and a refusal names none", async () => {
    for (const [secret, what] of [...scene.secrets].filter((_, index) => index % 7 === 0)) {
      for (const [route, name] of [
        ["(public)/search", "q"],
        ["api/v1/claims-search", "query"],
      ] as const) {
        const { text } = await answer(route, `${name}=${encodeURIComponent(secret)}`);
        expect(text.includes(`/verdicts/${scene.slug}`), `${what} finds the verdict at ${route}`).toBe(false);
      }
    }
  });

  test("is told where it may be: public words on the page, of described evidence what it shows", async () => {
    const { text } = await answer("(public)/verdicts/[slug]");
    const unseen = [...scene.told].filter((word) => !text.toLowerCase().includes(word));
    // Of these the page prints less than the source has: addresses are links, files and exif stay with us.
    const printed = unseen.filter(
      (word) => !/(before|after|exif|file|elsewhere|title|byline|outlet|host|path)$/.test(word),
    );
    expect(printed).toEqual([]);
    expect(text.match(/id="e\d+"/g)).toHaveLength(13);
  });

  test("is in no table that leaves the house: records, lists, messages, mails, webhooks, log", async () => {
    const tables = [
      "publication",
      "publication_listing",
      "publication_name",
      "publication_word",
      "notice",
    ].concat(["webhook_delivery", "notification", "digest", "log_entry", "log_leaf", "checkpoint"]);
    for (const table of tables) {
      const rows = await database.sql<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${table} t`);
      const found = leaks(rows.map(({ row }) => row).join("\n"));
      // An entry of the log names what it is about; those ids open nothing without an account.
      const words = found.filter(
        (what) => table !== "log_entry" || !/^(the id|the article|quoteId|captureId)/.test(what),
      );
      expect(words, table).toEqual([]);
    }
  });

  test("is not in what the log hands over without its erasable words", async () => {
    const lines: string[] = [];
    await dumpLog({ withWords: false }, (line) => Promise.resolve(void lines.push(JSON.stringify(line))));
    expect(lines.length).toBeGreaterThan(50);
    expect(
      leaks(lines.join("\n")).filter((what) => !/^(the id|the article|quoteId|captureId)/.test(what)),
    ).toEqual([]);
  });

  test("is in no message that other systems were told", () => {
    expect(heard.map((message) => message.includes(`/verdicts/${scene.slug}`))).toEqual([true]);
    expect(leaks(heard.join("\n"))).toEqual([]);
  });

  test("is in no line that the server wrote, mails included", () => {
    expect(logged.filter((line) => line.includes("SMTP_URL is not set")).length).toBeGreaterThan(0);
    expect(leaks(logged.join("\n"))).toEqual([]);
  });

  test.each([
    ["has no id", "23502", Prisma.sql`NULL, 1`],
    ["is on no page", "23514", Prisma.sql`'again-' || q.id, -1`],
  ])("is neither in the answer nor in the line of an error about a row that %s", async (_, code, made) => {
    const again = Prisma.sql`
      INSERT INTO quote (id, page, "articleId", exact, prefix, suffix, sentence, "createdById")
      SELECT ${made}, q."articleId", q.exact, q.prefix, q.suffix, q.sentence, q."createdById"
      FROM quote q JOIN evidence e ON e."quoteId" = q.id WHERE e.disclosure = 'withheld' AND q.exact IS NOT NULL`;
    const error = await rowsOf(db(), again).then(
      () => null,
      (thrown: unknown) => thrown as Error & { detail?: string },
    );
    // The database names the row: without it this would look at nothing.
    expect(leaks(error?.detail ?? "")).not.toEqual([]);
    logged.splice(0);
    const answered = toProblem(
      explainError(error, { at: "change", method: "POST", path: "/api/v1/evidence" }),
    );
    expect(answered).toMatchObject({ status: 500, reference: expect.any(String) });
    expect(leaks(JSON.stringify(answered))).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0]!)).toMatchObject({
      id: answered.reference,
      err: { code, table: "quote", stack: expect.any(String) },
    });
    expect(leaks(logged.join())).toEqual([]);
  });

  test("is all there for the people of the desk", async () => {
    const { author, claimId, secrets } = scene;
    const text = JSON.stringify(await claimDto(author, (await openClaim(claimId, now()))!)).toLowerCase();
    for (const [secret, what] of secrets)
      if (/^(words|description|translation|translator|who|shows)/.test(what))
        expect(text, what).toContain(secret);
  });
});
