import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "../core/env.server";
import type { Failure } from "../core/result";
import { cameFrom } from "./device-mark.server";
import { returnFromOidc } from "./oidc-return.server";
import { sessionCookie, sessionMaxAgeSeconds } from "./session-cookie.server";
import { signInWithPassword } from "./sign-in.server";

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

/** What a request to sign in came to besides its outcome: too many tries are answered with their own status. */
export type Heard = { refusal: Failure | null };

/** next-auth, with a revocable session row behind its JWT: the token alone is worth nothing. */
export function authOptions(heard: Heard = { refusal: null }): NextAuthOptions {
  return {
    secret: env().secret,
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        name: "Password",
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        async authorize(given) {
          const { email = "", password = "", code } = given ?? {};
          const done = await signInWithPassword({ email, password, code }, await cameFrom(), new Date());
          if (!done.ok) heard.refusal = done.error;
          return done.ok ? { id: done.value.userId, sid: done.value.sessionId } : null;
        },
      }),
      ...oidcProvider(),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const authTime = (profile as { auth_time?: unknown } | undefined)?.auth_time;
        const who = {
          subject: account.providerAccountId,
          email: user.email ?? null,
          name: user.name ?? null,
          authTime: typeof authTime === "number" ? authTime : null,
        };
        const came = await returnFromOidc(who, new Date());
        if ("refused" in came) {
          const isAtDesk = came.refused === "not-asked-again" || came.refused === "somebody-else";
          return `/sign-in${isAtDesk ? "/confirm" : ""}?error=${came.refused}`;
        }
        (user as { sid?: string }).sid = came.sessionId;
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
