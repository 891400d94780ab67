// First: see there.
import { withinRequest } from "./within-request";
import { NextRequest } from "next/server";
import { sessionCookie, sessionCookieValue } from "@/lib/accounts/session-cookie.server";
import type { Viewer } from "@/lib/access/viewer";
import type { AppFile } from "./files-of-app";

export const host = "localhost:3000";
export const here = `http://${host}`;
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];
export type Handler = (
  request: NextRequest,
  context: { params: Promise<unknown> },
) => Promise<Response> | Response;

export async function cookieOf(viewer: Viewer): Promise<string> {
  const { sessionId } = viewer.via as { sessionId: string };
  return `${sessionCookie().name}=${await sessionCookieValue(sessionId)}`;
}

export const headersOf = (given: Record<string, string>) =>
  new Headers(Object.entries({ host, ...given }).filter(([, value]) => value !== ""));

export function send(route: AppFile, handler: Handler, method: Method, given: Record<string, string>) {
  const headers = headersOf(given);
  const isForm = route.folder.startsWith("(auth)");
  const body = isForm ? new URLSearchParams({ text: "x" }).toString() : "{}";
  headers.set("content-type", isForm ? "application/x-www-form-urlencoded" : "application/json");
  headers.set("content-length", String(body.length));
  const init = method === "GET" ? { headers } : { method, headers, body };
  const request = new NextRequest(here + route.address, init);
  return withinRequest(headers, () => handler(request, { params: Promise.resolve(route.params) }));
}

/**
 * What answers to anybody besides readers' routes, which have a list of their own in (public)/public-routes.db.test.ts.
 * Whatever is in neither is for staff: a new route that answers to nobody's question is a failure here.
 */
export const forAnyone: Record<string, Method[]> = {
  "(auth)/sign-in/held": ["GET"],
  "api/auth/[...nextauth]": ["GET", "POST"],
  "api/health": ["GET"],
  // By a token of its own, when one is set.
  "api/metrics": ["GET"],
  "api/ready": ["GET"],
  "api/v1/tips": ["POST"],
};
export const readers =
  /^(\(public\)|\.well-known|api\/v1\/(claims-search|exports|openapi\.json|pages|publications)|api\/v1\/log\/(checkpoint|consistency))(\/|$)/;

export const handlersOf = async ({ file }: AppFile): Promise<[Method, Handler][]> => {
  const module = (await import(/* @vite-ignore */ file)) as Partial<Record<Method, Handler>>;
  return methods.flatMap((method) => (module[method] ? [[method, module[method]]] : []));
};
