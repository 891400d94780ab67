import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { asNamedTo } from "../access/as-named-to.server";
import { actions, mayDo, type Action } from "../access/can";
import type { Viewer } from "../access/viewer";
import { standingOfCookie } from "../access/viewer.server";
import { sessionCookie } from "../accounts/session-cookie.server";
import { mayUseSession } from "../accounts/step-up.server";
import { viewerOfToken } from "../accounts/tokens.server";
import { jsonResponse, jsonTextResponse, problemResponse, publicJsonResponse } from "./api-answer.server";
import { discardBody, readJson } from "./api-body.server";
import { db, type Prisma } from "./db.server";
import { env } from "./env.server";
import { explainError } from "./explain-error.server";
import { pageOfAnother, pageOfHeader } from "./held-form";
import { ticketOfRequest, type Ticket } from "./idempotency.server";
import { logger } from "./log-problem.server";
import { logRefusal } from "./log-refusal.server";
import { originFacts, sameOrigin } from "./origin-check";
import { parseInput } from "./parse-input";
import { fail, notFound, ok, type Failure, type Result } from "./result";
import { cleanText } from "./text-input";

type Params = Record<string, string>;
type Context = { params: Promise<Params> };
export type Call<I> = { viewer: Viewer; input: I; params: Params; now: Date; request: NextRequest };
type Answer = { status?: number; headers?: Record<string, string> };

/** One authenticated call that changes something: the command does the work, `present` shows the outcome. */
export type MutationRoute<S extends z.ZodType, V> = {
  action: Action;
  body: S;
  command: (call: Call<z.output<S>>) => Promise<Result<V>>;
  present: (value: V, call: Call<z.output<S>>) => Promise<unknown> | unknown;
  status?: number;
  answer?: (value: V) => Answer;
};

const unauthenticated: Failure = {
  kind: "unauthenticated",
  code: "sign-in",
  detail: "Send a bearer token, or sign in.",
};

const secondFactorFirst: Failure = {
  kind: "forbidden",
  code: "second-factor-needed",
  detail: "Set up your second factor first: open the desk in a browser.",
};

/**
 * Who calls: by bearer token, or by session cookie, which counts for changes only with this site's own Origin, and not for
 * what a page sends that somebody else opened in the same browser.
 */
export async function viewerOfRequest(request: NextRequest, now: Date): Promise<Result<Viewer>> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    const viewer = token ? await viewerOfToken(token, now) : null;
    return viewer
      ? ok(viewer)
      : fail({ ...unauthenticated, detail: "The token is unknown, expired or revoked." });
  }
  const standing = await standingOfCookie(request.cookies.get(sessionCookie().name)?.value, now);
  if (!standing || standing.kind === "code-due") return fail(unauthenticated);
  const { method, headers } = request;
  if (!sameOrigin(originFacts(method, (name) => headers.get(name), env().publicUrl))) {
    return fail({
      kind: "forbidden",
      code: "cross-site",
      detail: "This request came from another site, or did not say from where.",
    });
  }
  if (standing.kind !== "in") return fail(secondFactorFirst);
  const { viewer } = standing;
  const openedBy = headers.get(pageOfHeader);
  return openedBy === null || openedBy === viewer.id ? ok(viewer) : fail(pageOfAnother(viewer.name));
}

type Asked = { request: NextRequest; action: Action; viewer?: Viewer | null };

/** Writes a refusal down, but not of whoever showed nothing that could have let them in. */
export function noteRefusal(failure: Failure, { request, action, viewer }: Asked): void {
  const showedSomething = request.headers.has("authorization") || request.cookies.has(sessionCookie().name);
  if (showedSomething)
    logRefusal(failure, { account: viewer?.id ?? null, action, path: request.nextUrl.pathname });
}

/** The answer to a refusal, which is written down. */
export function refusedResponse(failure: Failure, asked: Asked): Response {
  noteRefusal(failure, asked);
  return problemResponse(failure);
}

/** Who calls, when they are known and may do this by role and scope; else the refusal to answer with, written down. */
export async function admit(request: NextRequest, action: Action, now: Date): Promise<Viewer | Response> {
  const viewer = await viewerOfRequest(request, now);
  if (!viewer.ok) return refusedResponse(viewer.error, { request, action });
  const allowed = mayDo(viewer.value, action);
  return allowed.ok
    ? viewer.value
    : refusedResponse(allowed.error, { request, action, viewer: viewer.value });
}

/** What the address names. A text that the database cannot hold names nothing. */
export async function readParams(context: Context): Promise<Result<Params>> {
  // A route without parameters gets none.
  const params = ((await context.params) as Params | undefined) ?? {};
  return Object.values(params).some((value) => cleanText(value) !== value)
    ? fail(notFound("thing"))
    : ok(params);
}

/**
 * Runs a handler so that a bug answers 500 and a database that is away 503, with an id to quote, never a stack, and that
 * every answer is heard.
 */
export async function guarded(request: Request, work: () => Promise<Response>): Promise<Response> {
  const response = await answerOrSayBroken(request, work);
  await discardBody(request);
  return response;
}

async function answerOrSayBroken(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { method, url } = request;
    const at = method === "GET" || method === "HEAD" ? "read" : "change";
    return problemResponse(explainError(error, { at, method, path: new URL(url).pathname }));
  }
}

/** A staff read: authenticated, permitted, parsed, then loaded; what is loaded may be a response of its own. */
export function readRoute<S extends z.ZodType>(route: {
  action: Action;
  query: S;
  load: (call: Call<z.output<S>>) => Promise<Result<unknown>>;
}) {
  return (request: NextRequest, context: Context): Promise<Response> =>
    guarded(request, async () => {
      const now = new Date();
      const { action } = route;
      const viewer = await admit(request, action, now);
      if (viewer instanceof Response) return viewer;
      const asked = { request, action, viewer };
      const params = await readParams(context);
      if (!params.ok) return problemResponse(params.error);
      const input = parseInput(route.query, queryObject(request.nextUrl.searchParams));
      if (!input.ok) return problemResponse(input.error);
      const given = await asNamedTo(viewer, { input: input.value, params: params.value });
      const loaded = await route.load({ viewer, ...given, now, request });
      if (!loaded.ok) return refusedResponse(loaded.error, asked);
      return loaded.value instanceof Response ? loaded.value : jsonResponse(loaded.value);
    });
}

/** A public read: parsed, then loaded; a bug answers as it does for staff. */
export function publicRoute<S extends z.ZodType>(route: {
  query: S;
  /** Counts the request, where each costs something. */
  limit?: (headers: Headers, now: Date) => Promise<Result<null>>;
  load: (call: {
    input: z.output<S>;
    params: Params;
  }) => Promise<Result<{ body: unknown; headers?: Record<string, string> }>>;
}) {
  return (request: Request, context: Context): Promise<Response> =>
    guarded(request, async () => {
      const allowed = await route.limit?.(request.headers, new Date());
      if (allowed && !allowed.ok) return problemResponse(allowed.error);
      const params = await readParams(context);
      if (!params.ok) return problemResponse(params.error);
      const input = parseInput(route.query, queryObject(new URL(request.url).searchParams));
      if (!input.ok) return problemResponse(input.error);
      const loaded = await route.load({ input: input.value, params: params.value });
      return loaded.ok
        ? publicJsonResponse(loaded.value.body, loaded.value.headers)
        : problemResponse(loaded.error);
    });
}

/** Repeated parameters are refused by giving the schema a list where it wants text. */
function queryObject(search: URLSearchParams): Record<string, unknown> {
  const seen = new Map<string, string | string[]>();
  for (const [name, value] of search) {
    const earlier = seen.get(name);
    const text = cleanText(value);
    seen.set(name, earlier === undefined ? text : [...[earlier].flat(), text]);
  }
  return Object.fromEntries(seen);
}

/** A staff change: authenticated, permitted, parsed; the command runs once for each Idempotency-Key. */
export function mutationRoute<S extends z.ZodType, V>(route: MutationRoute<S, V>) {
  return (request: NextRequest, context: Context): Promise<Response> =>
    guarded(request, async () => {
      const now = new Date();
      const { action } = route;
      const viewer = await admit(request, action, now);
      if (viewer instanceof Response) return viewer;
      const asked = { request, action, viewer };
      const sure = actions[action].scope === "sign" ? mayUseSession(viewer, now) : ok(null);
      if (!sure.ok) return refusedResponse(sure.error, asked);
      const params = await readParams(context);
      if (!params.ok) return problemResponse(params.error);
      const body = await readJson(request);
      if (!body.ok) return problemResponse(body.error);
      const input = parseInput(route.body, body.value.json);
      if (!input.ok) return problemResponse(input.error);
      const given = await asNamedTo(viewer, { input: input.value, params: params.value });
      const call = { viewer, ...given, now, request };
      const ticket = ticketFor(request, viewer.id, body.value.bytes);
      if (!ticket.ok) return problemResponse(ticket.error);
      return ticket.value
        ? onceOnly(ticket.value, () => change(route, call))
        : (await change(route, call)).response;
    });
}

/** An answer as it is kept for a retry: the very bytes, and what stands beside them. */
type Kept = { text: string; headers: Record<string, string> };
type Changed = { response: Response; keep: { status: number; answer: Kept } | null };

async function change<S extends z.ZodType, V>(
  route: MutationRoute<S, V>,
  call: Call<z.output<S>>,
): Promise<Changed> {
  const done = await route.command(call);
  if (!done.ok) {
    const { request, viewer } = call;
    return { response: refusedResponse(done.error, { request, action: route.action, viewer }), keep: null };
  }
  const body = (await route.present(done.value, call)) ?? null;
  const answer = route.answer?.(done.value) ?? {};
  const status = answer.status ?? route.status ?? 200;
  const kept = { text: JSON.stringify(body), headers: answer.headers ?? {} };
  return { response: jsonTextResponse(kept.text, status, kept.headers), keep: { status, answer: kept } };
}

/** What the Idempotency-Key of an account's request stands for, with the hash of what it asks for; null when it has none. */
export function ticketFor(request: NextRequest, account: string, bytes: Uint8Array): Result<Ticket | null> {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return ok(null);
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    return fail({
      kind: "malformed",
      code: "idempotency-key",
      detail: "Idempotency-Key must be 1 to 200 visible ASCII characters.",
    });
  }
  const bodySha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({
    account,
    route: `${request.method} ${request.nextUrl.pathname}`,
    key,
    bodySha256,
    used: false,
    replayed: false,
  });
}

async function onceOnly(ticket: Ticket, run: () => Promise<Changed>): Promise<Response> {
  const where = { account_route_key: { account: ticket.account, route: ticket.route, key: ticket.key } };
  const kept = await db().idempotencyKey.findUnique({ where });
  if (kept && kept.bodySha256 === ticket.bodySha256 && kept.status !== null) {
    const { text, headers } = kept.response as Kept;
    return jsonTextResponse(text, kept.status, { ...headers, "Idempotency-Replayed": "true" });
  }
  const changed = await ticketOfRequest.run(ticket, run);
  if (changed.keep && ticket.used && !ticket.replayed) {
    const { status, answer } = changed.keep;
    const data = { status, response: answer satisfies Prisma.InputJsonValue };
    // What is done is said to be done: a retry finds the command's result, and is answered from that.
    await db()
      .idempotencyKey.update({ where, data })
      .catch((err: unknown) => logger.warn({ err }, "an answer was not kept for a retry"));
  }
  return changed.response;
}
