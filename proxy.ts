import { NextResponse, type NextRequest } from "next/server";
import { toProblem } from "@/lib/core/problem";
import { isStaffPage, refuseRequest } from "@/lib/core/refuse-request";
import { requestIdHeader } from "@/lib/core/request-id";
import { apiHeaders, deskHeaders, type Site } from "@/lib/core/security-headers";

const site: Site = process.env.PUBLIC_URL ? { publicUrl: process.env.PUBLIC_URL } : {};

/** What the framework would answer with a plain 500 before any code of ours is asked. */
function refusal(request: NextRequest): Response | null {
  const failure = refuseRequest({
    method: request.method,
    path: new URL(request.url).pathname,
    header: (name) => request.headers.get(name),
    publicUrl: process.env.PUBLIC_URL ?? request.nextUrl.origin,
  });
  if (!failure) return null;
  const problem = toProblem(failure, request.headers.get(requestIdHeader) ?? undefined);
  const headers = { ...apiHeaders(site), "Content-Type": "application/problem+json; charset=utf-8" };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Staff pages get a fresh nonce each; readers' pages and the API set their headers where they answer. */
function deskPage(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const isDev = process.env.NODE_ENV === "development";
  const { pathname, search } = request.nextUrl;
  const leadsToProvider = pathname === "/sign-in" || pathname === "/sign-in/confirm";
  const signInAt = leadsToProvider ? process.env.OIDC_ISSUER : undefined;
  const answered = deskHeaders(nonce, isDev, site, signInAt);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-desk-path", pathname + search);
  headers.set("x-desk-method", request.method);
  headers.set("Content-Security-Policy", answered["Content-Security-Policy"]!);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

export default function proxy(request: NextRequest): Response {
  const { pathname } = request.nextUrl;
  // The page that holds a form is static and carries headers of its own.
  const isDesk = isStaffPage(pathname) && pathname !== "/sign-in/held";
  return refusal(request) ?? (isDesk ? deskPage(request) : NextResponse.next());
}

export const config = {
  // Besides the desk every address with a percent sign; readers' pages and the API pass without this otherwise.
  matcher: ["/desk/:path*", "/sign-in/:path*", "/invite/:path*", "/:path(.*%.*)"],
};
