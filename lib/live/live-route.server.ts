import "server-only";
import type { z } from "zod";
import { asNamedTo } from "../access/as-named-to.server";
import { mayDo } from "../access/can";
import type { Viewer } from "../access/viewer";
import { idleViewer } from "../access/viewer.server";
import { problemResponse } from "../core/api-answer.server";
import { guarded } from "../core/api-route.server";
import { env } from "../core/env.server";
import { postedFromHere } from "../core/form-action.server";
import { pageOfAnother, pageOfHeader } from "../core/held-form";
import { parseInput } from "../core/parse-input";
import { fail, ok, type Failure, type Result } from "../core/result";
import { apiHeaders } from "../core/security-headers";

const mostBytes = 8_000;

const signInFirst: Failure = { kind: "unauthenticated", code: "sign-in", detail: "Sign in first." };

/** Whoever's tab asks, if they may read the desk. Asking by itself keeps no session alive. */
async function listener(): Promise<Result<Viewer>> {
  const viewer = await idleViewer();
  if (!viewer) return fail(signInFirst);
  const allowed = mayDo(viewer, "desk.read");
  return allowed.ok ? ok(viewer) : allowed;
}

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), {
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": "application/json; charset=utf-8",
    },
  });
}

/** What the desk's own pages read by themselves, for whoever is signed in to this browser. */
export function liveRead(
  request: Request,
  load: (viewer: Viewer) => Promise<Result<unknown>>,
): Promise<Response> {
  return guarded(request, async () => {
    const viewer = await listener();
    if (!viewer.ok) return problemResponse(viewer.error);
    const loaded = await load(viewer.value);
    return loaded.ok ? json(loaded.value) : problemResponse(loaded.error);
  });
}

/**
 * What the desk's own pages note by themselves: this site's Origin, a signed-in person whose page it is, a small body that
 * parses.
 */
export function livePost<S extends z.ZodType>(
  request: Request,
  schema: S,
  run: (viewer: Viewer, input: z.output<S>) => Promise<Result<unknown>>,
): Promise<Response> {
  return guarded(request, async () => {
    if (!(await postedFromHere()))
      return problemResponse({
        kind: "forbidden",
        code: "cross-site",
        detail: "This was sent from another site.",
      });
    const viewer = await listener();
    if (!viewer.ok) return problemResponse(viewer.error);
    const openedBy = request.headers.get(pageOfHeader);
    if (openedBy !== null && openedBy !== viewer.value.id)
      return problemResponse(pageOfAnother(viewer.value.name));
    const input = parseInput(schema, await readBody(request));
    if (!input.ok) return problemResponse(input.error);
    const done = await run(viewer.value, await asNamedTo(viewer.value, input.value));
    return done.ok ? json(done.value) : problemResponse(done.error);
  });
}

/** A small JSON body; undefined for anything else, which no schema accepts. */
async function readBody(request: Request): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= mostBytes)) return undefined;
  try {
    return JSON.parse(await request.text());
  } catch {
    return undefined;
  }
}

/** Answers with a stream of events that nobody stores, compresses or changes on its way. */
export function liveStream(
  request: Request,
  open: (viewer: Viewer) => Result<ReadableStream<Uint8Array>>,
): Promise<Response> {
  return guarded(request, async () => {
    const viewer = await listener();
    if (!viewer.ok) return problemResponse(viewer.error);
    const headers = {
      ...apiHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    };
    // The framework asks GET for it, and then neither reads nor ends the body: the stream would stay open for nobody.
    if (request.method === "HEAD") return new Response(null, { headers });
    const opened = open(viewer.value);
    return opened.ok ? new Response(opened.value, { headers }) : problemResponse(opened.error);
  });
}
