import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import NextAuth from "next-auth/next";
import { env } from "../core/env.server";
import { authOptions } from "./auth.server";

type Cookie = {
  name: string;
  value: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: "lax";
  maxAge?: number;
};

export type OidcStart = { location: string; cookies: Cookie[] };

/** next-auth builds its own addresses from this variable. */
export function nameOwnAddress(): void {
  process.env.NEXTAUTH_URL ??= env().publicUrl;
}

/** The pair that next-auth wants from a form; the form's Origin was checked before. */
function csrfPair(secure: boolean): { cookies: Record<string, string>; csrfToken: string } {
  const csrfToken = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${csrfToken}${env().secret}`).digest("hex");
  return {
    csrfToken,
    cookies: { [`${secure ? "__Host-" : ""}next-auth.csrf-token`]: `${csrfToken}|${hash}` },
  };
}

/** A `Set-Cookie` line of next-auth as a cookie to set; the cookies of a sign-in under way live 15 minutes. */
function readCookie(line: string, secure: boolean): Cookie | null {
  const pair = /^([^=;\s]+)=([^;]*)/.exec(line);
  if (!pair) return null;
  const maxAge = /;\s*Max-Age=(\d+)/i.exec(line)?.[1];
  return {
    name: pair[1]!,
    value: decodeURIComponent(pair[2]!),
    path: "/",
    httpOnly: true,
    secure,
    sameSite: "lax",
    ...(maxAge ? { maxAge: Number(maxAge) } : {}),
  };
}

/** Just enough of a response for next-auth's handler to say where to go and which cookies to give. */
function listeningResponse() {
  const sent = new Map<string, string | string[]>();
  const response = {
    status: () => response,
    getHeader: (name: string) => sent.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      sent.set(name.toLowerCase(), value);
      return response;
    },
    end: () => response,
    send: () => response,
    json: () => response,
  };
  return { response, sent };
}

/**
 * Begins a sign-in at the newsroom's identity provider without scripts: next-auth's own handler is asked directly, so
 * that state, nonce and PKCE are its. `returnTo` is a path of this site that was checked. Returns where to send the
 * browser, which is our own sign-in page when the provider does not answer. With `asksAgain` the provider must ask for the
 * password or key again.
 */
export async function startOidc(returnTo: string, { asksAgain = false } = {}): Promise<OidcStart> {
  nameOwnAddress();
  const secure = (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
  const { cookies, csrfToken } = csrfPair(secure);
  const { response, sent } = listeningResponse();
  const request = {
    method: "POST",
    // `max_age=0` also makes the provider say when it asked (OpenID Connect Core §3.1.2.1).
    query: { nextauth: ["signin", "oidc"], ...(asksAgain ? { max_age: "0", prompt: "login" } : {}) },
    body: { csrfToken, callbackUrl: `${env().publicUrl}${returnTo}` },
    cookies,
    headers: {},
  };
  const handle = NextAuth as unknown as (
    req: unknown,
    res: unknown,
    options: NextAuthOptions,
  ) => Promise<void>;
  await handle(request, response, authOptions());
  const location = sent.get("location");
  const lines = [sent.get("set-cookie") ?? []].flat();
  return {
    location: typeof location === "string" ? location : "/sign-in?error=OAuthSignin",
    cookies: lines.flatMap((line) => readCookie(line, secure) ?? []),
  };
}
