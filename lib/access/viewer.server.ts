import "server-only";
import { cache } from "react";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { redirect } from "next/navigation";
import { env } from "../core/env.server";
import { sessionCookie } from "../accounts/session-cookie.server";
import { accountOfSession, standingOfSession, type Standing } from "../accounts/sessions.server";
import type { Viewer } from "./viewer";

async function sessionIdOf(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: env().secret }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
}

/** What a session cookie's value is good for; null when it is missing, forged, revoked or expired. */
export async function standingOfCookie(value: string | undefined, now: Date): Promise<Standing | null> {
  const sid = await sessionIdOf(value);
  return sid === null ? null : standingOfSession(sid, now);
}

/** The id of this browser's session, ended or not; null when the cookie is gone or forged. Allows nothing. */
export async function browserSessionId(): Promise<string | null> {
  return sessionIdOf((await cookies()).get(sessionCookie().name)?.value);
}

/** Whoever a tab belongs to that asks by itself, without a person at it: asking keeps no session alive. */
export async function idleViewer(): Promise<Viewer | null> {
  const sid = await browserSessionId();
  const standing = sid === null ? null : await standingOfSession(sid, new Date(), { isIdle: true });
  return standing?.kind === "in" ? standing.viewer : null;
}

/** What this browser's session is good for, read once a request. */
export const currentStanding = cache(async (): Promise<Standing | null> => {
  const jar = await cookies();
  return standingOfCookie(jar.get(sessionCookie().name)?.value, new Date());
});

/** The person looking at this page; null for anyone else, and for whoever still lacks the second factor they must have. */
export async function currentViewer(): Promise<Viewer | null> {
  const standing = await currentStanding();
  return standing?.kind === "in" ? standing.viewer : null;
}

/** The person who sets up a second factor: signed in, or kept from everything else until it is done. */
export async function currentEnrollee(): Promise<Viewer | null> {
  const standing = await currentStanding();
  return standing && standing.kind !== "code-due" ? standing.viewer : null;
}

/** The account whose session this browser had, ended or not; null when the cookie is gone or forged. Allows nothing. */
export async function lastAccountOfBrowser(): Promise<string | null> {
  const sid = await browserSessionId();
  return sid === null ? null : accountOfSession(sid);
}

/** Where somebody goes who is not at the desk yet, to come back to `asked` after. */
function entryPath(standing: Standing | null, asked: string): string {
  const page = { "code-due": "/sign-in/code", "must-enrol": "/sign-in/second-factor", in: "/sign-in" };
  return `${page[standing?.kind ?? "in"]}?from=${encodeURIComponent(asked)}`;
}

/**
 * The person looking at this desk page; anyone else goes to the page that lets them in and comes back after to what they
 * asked for. A form that was sent is passed on to a page that holds it: 307 sends it along, so nothing typed is lost.
 */
export async function requireViewer(): Promise<Viewer> {
  const standing = await currentStanding();
  if (standing?.kind === "in") return standing.viewer;
  // Set by the proxy: a layout is asked first and does not know the page's address.
  const sent = await headers();
  const asked = sent.get("x-desk-path") ?? "/desk";
  if (sent.get("x-desk-method") !== "POST") redirect(entryPath(standing, asked));
  redirect(`/sign-in/held?from=${encodeURIComponent(asked)}`);
}
