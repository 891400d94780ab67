import "server-only";
import { cache } from "react";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { redirect } from "next/navigation";
import { env } from "../core/env.server";
import { sessionCookie } from "../accounts/auth.server";
import { accountOfSession, viewerOfSession } from "../accounts/sessions.server";
import type { Viewer } from "./viewer";

/** Who is behind a session cookie's value; null when it is missing, forged, revoked or expired. */
export async function viewerOfCookie(value: string | undefined, now: Date): Promise<Viewer | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: env().secret }).catch(() => null);
  return typeof token?.sid === "string" ? viewerOfSession(token.sid, now) : null;
}

/** Whoever a tab belongs to that asks by itself, without a person at it: asking keeps no session alive. */
export async function idleViewer(): Promise<Viewer | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  const token = value ? await decode({ token: value, secret: env().secret }).catch(() => null) : null;
  return typeof token?.sid === "string" ? viewerOfSession(token.sid, new Date(), { isIdle: true }) : null;
}

/** The person looking at this page, read once a request; null for anyone else. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  return viewerOfCookie(jar.get(sessionCookie().name)?.value, new Date());
});

/** The account whose session this browser had, ended or not; null when the cookie is gone or forged. Allows nothing. */
export async function lastAccountOfBrowser(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  const token = value ? await decode({ token: value, secret: env().secret }).catch(() => null) : null;
  return typeof token?.sid === "string" ? accountOfSession(token.sid) : null;
}

/**
 * The person looking at this desk page; anyone else goes to the sign-in page and comes back after to what they asked
 * for. A form that was sent is passed on to a page that holds it: 307 sends it along, so nothing typed is lost.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  // Set by the proxy: a layout is asked first and does not know the page's address.
  const sent = await headers();
  const asked = encodeURIComponent(sent.get("x-desk-path") ?? "/desk");
  redirect(sent.get("x-desk-method") === "POST" ? `/sign-in/held?from=${asked}` : `/sign-in?from=${asked}`);
}
