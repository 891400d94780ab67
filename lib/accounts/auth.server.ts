import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { encode } from "next-auth/jwt";
import { env } from "../core/env.server";
import { openSession } from "./sessions.server";
import { signInWithPassword } from "./sign-in.server";
import { accountOfOidc } from "./oidc.server";

const maxAgeSeconds = 7 * 24 * 3600;

/**
 * Cookies are shared by all ports of a host: two instances side by side keep apart by name. It is the public port, so
 * that several processes behind one address know each other's sessions.
 */
export function sessionCookie() {
  const { protocol, port } = new URL(env().publicUrl);
  const secure = protocol === "https:";
  return {
    name: secure ? "__Host-countersign.session" : `countersign.session.${port || "80"}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The cookie's value for a session row: a JWT that carries nothing but its id. */
export function sessionCookieValue(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().secret, maxAge: maxAgeSeconds });
}

const oidcIssuer = process.env.OIDC_ISSUER;

function oidcProvider(): NextAuthOptions["providers"] {
  if (!oidcIssuer) return [];
  return [
    {
      id: "oidc",
      name: process.env.OIDC_NAME ?? "your newsroom's account",
      type: "oauth",
      wellKnown: `${oidcIssuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: process.env.OIDC_CLIENT_ID,
      clientSecret: process.env.OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      profile: (profile: { sub: string; email?: string; name?: string; email_verified?: boolean }) => ({
        id: profile.sub,
        email: profile.email_verified === false ? null : (profile.email ?? null),
        name: profile.name ?? null,
      }),
    },
  ];
}

/** next-auth, with a revocable session row behind its JWT: the token alone is worth nothing. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().secret,
    session: { strategy: "jwt", maxAge: maxAgeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        name: "Password",
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        async authorize(given, request) {
          const agent = (request.headers as Record<string, string> | undefined)?.["user-agent"] ?? null;
          const done = await signInWithPassword(
            { email: given?.email ?? "", password: given?.password ?? "" },
            agent,
            new Date(),
          );
          return done.ok ? { id: done.value.userId, sid: done.value.sessionId } : null;
        },
      }),
      ...oidcProvider(),
    ],
    callbacks: {
      async signIn({ user, account }) {
        if (account?.provider !== "oidc") return true;
        const now = new Date();
        const who = {
          subject: account.providerAccountId,
          email: user.email ?? null,
          name: user.name ?? null,
        };
        const found = await accountOfOidc(who, now);
        if ("refused" in found) return `/sign-in?error=${found.refused}`;
        (user as { sid?: string }).sid = await openSession(found.id, null, now);
        return true;
      },
      async jwt({ token, user }) {
        const sid = (user as { sid?: string } | undefined)?.sid ?? (token.sid as string | undefined);
        return sid ? { sid } : {};
      },
      async session({ session, token }) {
        return { ...session, sid: token.sid };
      },
    },
  };
}
