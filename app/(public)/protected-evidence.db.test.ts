import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { everyEvidence, type Say } from "../../scripts/test/every-evidence";
import { sealAll } from "../../scripts/test/seal-all";
import { useTestDatabase } from "../../scripts/test/test-database";
import { endReceiving, receiveWebhooks } from "../../scripts/test/webhook-receiver";
import type { Viewer } from "../../lib/access/viewer";
import { signedIn } from "../../lib/accounts/fixtures/people.server";
import { addArticle } from "../../lib/articles/commands/add-article";
import { editArticle } from "../../lib/articles/commands/edit-article";
import { addAttribution, decideAttribution } from "../../lib/attributions/commands/decide-attribution";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import { claimDto, gateDto, openClaim } from "../../lib/claims/queries";
import type { Disclosure } from "../../lib/claims/vocabulary";
import { addComment } from "../../lib/comments/commands";
import { logger } from "../../lib/core/log-problem.server";
import { markDisagreement } from "../../lib/disagreements/commands/mark-disagreement";
import { vouchForQuote } from "../../lib/evidence/vouch-for-quote.server";
import { noteLegalRead } from "../../lib/legal-reads/commands";
import { deliverWebhook } from "../../lib/jobs/deliver-webhook";
import { planDigests } from "../../lib/jobs/plan-digests";
import { sendDigest } from "../../lib/jobs/send-digest";
import { dumpLog } from "../../lib/log/dump.server";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { writeVerdict } from "../../lib/verdicts/commands";
import { listDeliveries } from "../../lib/webhooks/queries";
import { siteUrl } from "./reader-test";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();
const disclosures = ["public", "described", "withheld"] as const;

let author: Viewer, claimId: string;
const kinds = everyEvidence(() => ({ author, claimId }));

/** What an exit must not tell, and what it is. */
const secrets = new Map<string, string>();
/** What readers may see: at least one exit must show it, or the test looks at nothing. */
const told = new Set<string>();
let slug: string;
const logged: string[] = [];
/** What a receiver of the newsroom's messages heard. */
let heard: string[] = [];

/** Canaries of one piece of evidence; letters alone, so that no figure or date is read into them. */
function canaries(kind: string, disclosure: Disclosure): Say {
  const letters = (text: string) => text.replace(/[^a-z]/gi, "");
  return (what) => {
    const word = `zq${letters(disclosure)}${letters(kind)}${letters(what)}`.toLowerCase();
    const isShown =
      disclosure === "public" || (disclosure === "described" && ["shows", "decisive"].includes(what));
    if (isShown) told.add(word);
    else secrets.set(word, `${what} of a ${disclosure} ${kind}`);
    return word;
  };
}

/** A source behind the source, known only through it. */
async function addUpstream(articleId: string, say: Say) {
  const to = { origin: { name: say("origin"), kind: "person", primary: true, naming: "named" } } as const;
  const { attributionId } = await done(addAttribution(author, articleId, { type: "cites", to }, now()));
  await done(decideAttribution(author, attributionId, { status: "confirmed" }, now()));
  const mention = { outlet: say("mentioned"), title: say("mentionedtitle") };
  const { articleId: mentioned } = await done(addArticle(author, { mention }, now()));
  await done(addAttribution(author, articleId, { type: "cites", to: { articleId: mentioned } }, now()));
  await done(editArticle(author, mentioned, { notObtainable: say("notobtainable") }, now()));
}

async function logAll(second: Viewer): Promise<string[]> {
  const cited: string[] = [];
  const publicIds: string[] = [];
  for (const disclosure of disclosures) {
    for (const kind of kinds) {
      const say = canaries(kind.name, disclosure);
      const found = await kind.log(say, {
        stance: "supports",
        disclosure,
        shows: say("shows"),
        decisive: { reason: say("decisive") },
        translation: { text: say("translation"), translator: say("translator") },
      });
      cited.push(`It floats.[^${found.evidenceId}]`);
      if (disclosure === "public") publicIds.push(found.evidenceId);
      else await keepSecret(found, disclosure, kind.name, say, publicIds[0]!);
      await vouch(second, found.evidenceId);
    }
  }
  return cited;
}

async function keepSecret(
  found: { evidenceId: string; articleId: string },
  disclosure: Disclosure,
  kind: string,
  say: Say,
  besideId: string,
) {
  secrets.set(found.articleId, `the article of a ${disclosure} ${kind}`);
  if (disclosure === "withheld") secrets.set(found.evidenceId, `the id of a withheld ${kind}`);
  const rows = await database.sql<{ sha256: string; salt: string; quoteId: string; captureId: string }>(
    `SELECT c.sha256, c.id AS "captureId", e."commitmentSalt" AS salt, e."quoteId" FROM evidence e
     JOIN quote q ON q.id = e."quoteId" JOIN capture c ON c.id = q."captureId" WHERE e.id = $1`,
    [found.evidenceId],
  );
  for (const [name, value] of Object.entries(rows[0]!))
    secrets.set(value, `${name} of a ${disclosure} ${kind}`);
  await addUpstream(found.articleId, say);
  const pair = { a: besideId, b: found.evidenceId, why: say("disagreement") };
  await done(markDisagreement(author, claimId, pair, now()));
}

async function vouch(second: Viewer, evidenceId: string) {
  for (const what of ["region", "cut"] as const) await vouchForQuote(second, evidenceId, what, now());
}

/** What the worker sends out, sent: messages to other systems, and everybody's mail of the day. */
async function sendAll(): Promise<void> {
  for (const { id } of await listDeliveries()) await deliverWebhook({ deliveryId: id }, now());
  // As for people who chose to have everything by mail.
  await database.sqlOwner(`UPDATE notification SET "byMail" = true`);
  const tomorrow = new Date(Date.now() + 36 * 3_600_000);
  await planDigests(tomorrow);
  for (const { id } of await database.sql<{ id: string }>("SELECT id FROM digest"))
    await sendDigest({ digestId: id }, tomorrow);
}

beforeAll(async () => {
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation(
      (...args: unknown[]) => void logged.push(JSON.stringify(args)),
    );
  heard = await receiveWebhooks(await signedIn("admin", now()), now());
  const scene = await desk.inReview("The yard at Selby owns boats");
  [author, claimId] = [scene.author, scene.claimId];
  const cited = await logAll(scene.reviewer);
  const claim = (await openClaim(claimId, now()))!.claim;
  const about = { claimant: "The yard", topics: ["Harbours"], place: "Selby", version: claim.version };
  await done(editClaim(author, claimId, about, now()));
  await done(
    writeVerdict(
      author,
      claimId,
      { rating: "confirmed", finding: "It does.", writeUp: cited.join(" "), version: 1 },
      now(),
    ),
  );
  await done(addComment(scene.reviewer, claimId, { text: "Read them all." }, now()));
  await desk.review(scene.reviewer, claimId);
  await desk.review(scene.other, claimId);
  await desk.event(author, claimId, "ready");
  const reader = "zqlegalreader";
  secrets.set(reader, "who read the draft for the law");
  await done(noteLegalRead(author, claimId, { kind: "read", reader }, now()));
  const editor = await database.makeViewer("editor", "Signer");
  const current = (await openClaim(claimId, now()))!;
  const { issues } = await gateDto(editor, current, now());
  const open = issues.filter(({ overridable }) => overridable).map(({ code }) => code);
  const overrides = [...new Set(open)].map((code) => ({ code, reason: "For this test." }));
  const signed = await done(
    signOffVerdict(editor, claimId, { revisionHash: current.revision.hash, overrides }, now()),
  );
  slug = signed.publication.slug;
  await sendAll();
  await sealAll(database);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await endReceiving();
});

const app = resolve("app");
const forStaff = ["api/v1/log", "api/v1/log/dump"];
/** Public routes as they lie on disk: a new one is driven without being told to. */
const routes = ["(public)", ".well-known", "api/health", "api/ready", "api/metrics"]
  .concat(
    ["claims-search", "exports", "log", "pages", "publications", "openapi.json"].map(
      (name) => `api/v1/${name}`,
    ),
  )
  .flatMap((place) => readdirSync(join(app, place), { recursive: true, withFileTypes: true }))
  .filter(({ name }) => /^route\.tsx?$/.test(name))
  .map(({ parentPath }) => relative(app, parentPath))
  .filter((route) => !forStaff.includes(route));

/** What a dynamic part of an address is here; a part without a value fails, so that it is given one. */
function valueOf(part: string, route: string): string {
  const values: Record<string, string> = {
    slug,
    n: "1",
    version: "1",
    month: new Date().toISOString().slice(0, 7),
    topic: "Harbours.rss",
    page: "about",
    "...path": "nothing",
    file: route.includes("cards")
      ? "1.png"
      : route.includes("sitemaps")
        ? "verdicts-1.xml"
        : "verify-bundle.mjs",
    name: route.includes("topics")
      ? "harbours"
      : route.includes("claimants")
        ? "the-yard"
        : "zqpublicpassageoutlet",
  };
  const value = values[part];
  if (value === undefined) throw new Error(`${route}: what is [${part}]? Give it a value in this test.`);
  return value;
}

const queries: Record<string, string> = {
  "(public)/oembed": "url=",
  "(public)/search": "q=boats+Selby",
  "api/v1/claims-search": "query=boats",
  "api/v1/log/consistency": "from=1",
};

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response> | Response;

async function answer(route: string, query?: string): Promise<{ status: number; text: string }> {
  const parts = [...route.matchAll(/\[([^\]]+)\]/g)].map(([, part]) => part!);
  const params = Object.fromEntries(parts.map((part) => [part.replace("...", ""), valueOf(part, route)]));
  const path = route
    .replace(/^\(public\)\/?/, "")
    .replace(/\[([^\]]+)\]/g, (_, part: string) => valueOf(part, route));
  const asked = query ?? (route.endsWith("oembed") ? `url=${siteUrl}/verdicts/${slug}` : queries[route]);
  const file = readdirSync(join(app, route)).find((name) => /^route\.tsx?$/.test(name))!;
  const { GET } = (await import(/* @vite-ignore */ join(app, route, file))) as { GET: Handler };
  const request = new Request(`${siteUrl}/${path}${asked ? `?${asked}` : ""}`);
  const given = params.path ? { path: [params.path] } : params;
  const response = await GET(request, { params: Promise.resolve(given) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = JSON.stringify([...response.headers]);
  return { status: response.status, text: headers + readable(bytes) };
}

/** Bytes as text, a ZIP's files too. */
function readable(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => new TextDecoder().decode(part)).join("\n");
}

const leaks = (text: string) => {
  const folded = text.toLowerCase();
  return [...secrets].filter(([secret]) => folded.includes(secret.toLowerCase())).map(([, what]) => what);
};

describe("protected evidence", () => {
  test("is there in every kind and protection, with canaries to look for", () => {
    expect(secrets.size).toBeGreaterThan(150);
    expect(told.size).toBeGreaterThan(60);
  });

  test.each(routes)("leaks nothing at %s", async (route) => {
    const { status, text } = await answer(route);
    expect(status, text.slice(0, 300)).toBeLessThan(500);
    expect(leaks(text)).toEqual([]);
  });

  test("is found by none of its words, and a refusal names none", async () => {
    for (const [secret, what] of [...secrets].filter((_, index) => index % 7 === 0)) {
      for (const [route, name] of [
        ["(public)/search", "q"],
        ["api/v1/claims-search", "query"],
      ] as const) {
        const { text } = await answer(route, `${name}=${encodeURIComponent(secret)}`);
        expect(text.includes(`/verdicts/${slug}`), `${what} finds the verdict at ${route}`).toBe(false);
      }
    }
  });

  test("is told where it may be: public words on the page, of described evidence what it shows", async () => {
    const { text } = await answer("(public)/verdicts/[slug]");
    const unseen = [...told].filter((word) => !text.toLowerCase().includes(word));
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
    expect(heard.map((message) => message.includes(`/verdicts/${slug}`))).toEqual([true]);
    expect(leaks(heard.join("\n"))).toEqual([]);
  });

  test("is in no line that the server wrote, mails included", () => {
    expect(logged.filter((line) => line.includes("SMTP_URL is not set")).length).toBeGreaterThan(0);
    expect(leaks(logged.join("\n"))).toEqual([]);
  });

  test("is all there for the people of the desk", async () => {
    const text = JSON.stringify(await claimDto(author, (await openClaim(claimId, now()))!)).toLowerCase();
    for (const [secret, what] of secrets)
      if (/^(words|description|translation|translator|who|shows)/.test(what))
        expect(text, what).toContain(secret);
  });
});
