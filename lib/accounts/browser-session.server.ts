import "server-only";
import { cookies } from "next/headers";
import { browserSessionId } from "../access/viewer.server";
import { sessionCookie, sessionCookieValue, sessionMaxAgeSeconds } from "./session-cookie.server";
import { signOut } from "./commands/end-session";
import { markDevice } from "./device-mark.server";
import type { SignedIn } from "./sign-in.server";

/** Gives the browser its session; one that it had before ends. Callable from actions and route handlers. */
export async function giveSession({ sessionId, userId, codeDue }: SignedIn, now: Date): Promise<void> {
  const before = await browserSessionId();
  if (before) await signOut(before, now);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sessionCookieValue(sessionId), {
    ...options,
    maxAge: sessionMaxAgeSeconds,
  });
  if (!codeDue) await markDevice(userId);
}

/** Ends the browser's session: the row first, then the cookie. */
export async function takeSession(now: Date): Promise<void> {
  const before = await browserSessionId();
  if (before) await signOut(before, now);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
