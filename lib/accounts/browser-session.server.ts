import "server-only";
import { cookies } from "next/headers";
import { currentViewer } from "../access/viewer.server";
import { sessionCookie, sessionCookieValue } from "./auth.server";
import { signOut } from "./commands/end-session";

const maxAgeSeconds = 7 * 24 * 3600;

/** Gives the browser its session; one that it had before ends. Callable from actions and route handlers. */
export async function giveSession(sessionId: string, now: Date): Promise<void> {
  const before = await currentViewer();
  if (before) await signOut(before, now);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sessionCookieValue(sessionId), { ...options, maxAge: maxAgeSeconds });
}

/** Ends the browser's session: the row first, then the cookie. */
export async function takeSession(now: Date): Promise<void> {
  const viewer = await currentViewer();
  if (viewer) await signOut(viewer, now);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
