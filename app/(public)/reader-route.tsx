import { randomUUID } from "node:crypto";
import { peopleDay } from "@/components/reader/dates";
import { NotFoundPage } from "@/components/reader/not-found-page";
import { ProblemPage } from "@/components/reader/problem-page";
import { env } from "@/lib/core/env.server";
import { logProblem } from "@/lib/core/log-problem.server";
import { askedAddress } from "@/lib/core/request-context.server";
import type { Failure } from "@/lib/core/result";
import { readerHeaders } from "@/lib/core/security-headers";
import { publicSite, siteSpeaking, type PublicSite } from "@/lib/publications/public-site.server";
import { defaultRatings } from "@/lib/settings/ratings";
import { isReaderLanguage, readerWords, spokenLanguage, type ReaderLanguage } from "@/lib/words/reader";
import { forgetGood, lastGood, rememberGood, type KeptAnswer } from "./kept-answers";
import { onceAnswer, pageAnswer } from "./render-reader";
import { answerWith, storeBody } from "./stored-body";

/** A reader's request; `url` is without the language it began with, which `pub` speaks. */
export type ReaderCall<P> = { request: Request; url: URL; params: P; pub: PublicSite; now: Date };
type Context<P> = { params: Promise<P> };
type Made = KeptAnswer | Response;

/** How long a reader waits for the database when there is an earlier answer to give instead. */
const patienceMs = 2_500;
const unknownSite: Omit<PublicSite, "site"> = {
  label: null,
  ratings: defaultRatings,
  key: "unknown",
};

/** "There is no page here", with 404. */
export function notFoundAnswer(pub: PublicSite): Promise<KeptAnswer> {
  const headers = { "Cache-Control": "public, max-age=0, s-maxage=10, must-revalidate" };
  return pageAnswer(pub, "not-found", () => <NotFoundPage site={pub.site} />, { status: 404, headers });
}

/** The page for a refusal: 404, or 503 for what does not verify, which nobody may keep. */
export function failureAnswer(failure: Failure, { pub, url }: ReaderCall<unknown>): Promise<KeptAnswer> {
  if (failure.kind === "not_found") return notFoundAnswer(pub);
  forgetGood(addressOf(url));
  return problemAnswer(pub, url, new Error(failure.detail), 503);
}

function problemAnswer(pub: PublicSite, url: URL, error: unknown, status: 500 | 503): Promise<KeptAnswer> {
  const reference = randomUUID();
  logProblem({ id: reference, path: url.pathname, error });
  const page = <ProblemPage site={pub.site} reference={reference} retryAfterSeconds={30} />;
  return onceAnswer(pub, page, { status, headers: { "Retry-After": "30", "X-Robots-Tag": "noindex" } });
}

function addressOf(url: URL): string {
  return url.pathname + url.search;
}

/** The language that an address begins with, as in `/uk/corrections`, and the address without it. */
function languageAsked(url: URL): { speaks: ReaderLanguage | null; bare: URL } {
  const [, subtag = "", rest = ""] = /^\/([a-z]{2,3})(\/.*)?$/.exec(url.pathname) ?? [];
  if (!isReaderLanguage(subtag)) return { speaks: null, bare: url };
  const bare = new URL(url);
  bare.pathname = rest === "" ? "/" : rest;
  return { speaks: subtag, bare };
}

/** 307, because a newsroom may change its language. */
function movedAnswer(pub: PublicSite, { pathname, search }: URL): Response {
  const headers = { ...readerHeaders({ publicUrl: pub.site.url }), "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers: { ...headers, Location: pathname + search } });
}

async function siteOrNone(url: URL): Promise<PublicSite> {
  const { speaks } = languageAsked(url);
  try {
    const pub = await publicSite();
    return speaks ? siteSpeaking(pub, speaks) : pub;
  } catch {
    const { publicUrl } = env();
    return {
      ...unknownSite,
      site: {
        name: new URL(publicUrl).host,
        url: publicUrl,
        language: "en",
        speaks: speaks ?? "en",
        pages: [],
        label: null,
      },
    };
  }
}

/** The last good answer, saying of what time it is: when the database is away nobody can know what holds now. */
function agedAnswer({ answer, at }: { answer: KeptAnswer; at: Date }): KeptAnswer {
  const headers: Record<string, string> = {
    ...answer.headers,
    "Cache-Control": "no-store",
    Warning: '111 - "Revalidation failed"',
  };
  if (!headers["Content-Type"]?.startsWith("text/html")) return { ...answer, headers };
  const time = at.toISOString();
  // Machines take what they read for what holds: an old page carries no markup for them.
  const html = new TextDecoder()
    .decode(answer.body.bytes)
    .replace(/<script type="application\/ld\+json">.*?<\/script>/s, "");
  const words = readerWords(spokenLanguage(/<html lang="([^"]*)"/.exec(html)?.[1] ?? ""));
  const said = words.shell.asItWas(peopleDay(time, words), time.slice(11, 16));
  const band = `<body><aside class="band" aria-label="${words.shell.note}">${said}</aside>`;
  return { ...answer, headers, body: storeBody(html.replace("<body>", band)) };
}

/** Thrown when the wait was too long; the next readers are not made to wait for the same. */
class TooSlow extends Error {}

const slowness = { untilMs: 0 };
const slownessMs = 3_000;

async function withPatience(work: Promise<Made>, earlier: ReturnType<typeof lastGood>): Promise<Made> {
  if (!earlier) return work;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_done, failed) => {
    timer = setTimeout(() => failed(new TooSlow(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function answerOrLast<P>(
  request: Request,
  context: Context<P> | undefined,
  make: (call: ReaderCall<P>) => Promise<Made>,
): Promise<Made> {
  const now = new Date();
  const url = new URL(askedAddress() ?? request.url, request.url);
  const earlier = lastGood(addressOf(url), now);
  if (earlier && now.getTime() < slowness.untilMs) return agedAnswer(earlier);
  try {
    const work = (async () => {
      const params = ((await context?.params) ?? {}) as P;
      const { speaks, bare } = languageAsked(url);
      const pub = await publicSite();
      // The site's own language has no prefix: each page is at one address.
      if (speaks === pub.site.speaks && request.method === "GET") return movedAnswer(pub, bare);
      return make({ request, url: bare, params, pub: speaks ? siteSpeaking(pub, speaks) : pub, now });
    })();
    const made = await withPatience(work, earlier);
    if (made instanceof Response) return made;
    // What nobody may keep, errors and forms, is not kept here either.
    const isLasting = made.headers["Cache-Control"] !== "no-store" && made.status !== 404;
    if (isLasting && made !== earlier?.answer) rememberGood(addressOf(url), made, now);
    return made;
  } catch (error) {
    if (error instanceof TooSlow) slowness.untilMs = Date.now() + slownessMs;
    // A record that cannot be read is no outage: it is not shown, nor is what stood there before.
    if (earlier && !(error instanceof SyntaxError)) {
      logProblem({ id: randomUUID(), method: request.method, path: url.pathname, error });
      return agedAnswer(earlier);
    }
    // 503 as for what does not verify: a cache in front answers 500 with what it kept, and must not here.
    return problemAnswer(await siteOrNone(url), url, error, error instanceof SyntaxError ? 503 : 500);
  }
}

/**
 * A handler for readers: a bug or an outage becomes the last good answer with its time on it, or a page with an
 * id to quote, never a stack. `make` gives an answer that may be kept and sent again, or a `Response` of its own.
 */
export function readerRoute<P = Record<string, never>>(make: (call: ReaderCall<P>) => Promise<Made>) {
  return async (request: Request, context?: Context<P>): Promise<Response> => {
    const made = await answerOrLast(request, context, make);
    return made instanceof Response ? made : answerWith(request, made.body, made);
  };
}
