import "server-only";
import { createHash, randomBytes } from "node:crypto";
import NextAuth from "next-auth";
import { env } from "../core/env.server";
import { authOptions } from "./auth.server";

export type OidcStart = { location: string; setCookies: string[] };

/** next-auth builds its own addresses from this variable. */
export function nameOwnAddress(): void {
  process.env.NEXTAUTH_URL ??= env().publicUrl;
}

/** The form's token that next-auth checks against its cookie; we checked the form's Origin already. */
function csrfPair(): { cookies: Record<string, string>; csrfToken: string } {
  const csrfToken = randomBytes(32).toString("hex");
  const { secret, publicUrl } = env();
  const value = `${csrfToken}|${createHash("sha256").update(`${csrfToken}${secret}`).digest("hex")}`;
  const secure = (process.env.NEXTAUTH_URL ?? publicUrl).startsWith("https:");
  return { csrfToken, cookies: { [`${secure ? "__Host-" : ""}next-auth.csrf-token`]: value } };
}

/**
 * Begins a sign-in at the newsroom's identity provider without scripts: next-auth's own handler, asked directly, so
 * that state, nonce and PKCE are its. Returns where to send the browser and the cookies to give it.
 */
export async function startOidc(returnTo: string): Promise<OidcStart> {
  nameOwnAddress();
  const { cookies, csrfToken } = csrfPair();
  const callbackUrl = `${env().publicUrl}${returnTo}`;
  const started: OidcStart = { location: "/sign-in?error=OAuthSignin", setCookies: [] };
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
  const request = {
    method: "POST",
    query: { nextauth: ["signin", "oidc"] },
    body: { csrfToken, callbackUrl },
    cookies,
    headers: {},
  };
  await NextAuth(request as never, response as never, authOptions());
  const location = sent.get("location");
  if (typeof location === "string") started.location = location;
  started.setCookies = [sent.get("set-cookie") ?? []].flat();
  return started;
}
