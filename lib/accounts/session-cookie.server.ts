import "server-only";
import { encode } from "next-auth/jwt";
import { env } from "../core/env.server";

export const sessionMaxAgeSeconds = 7 * 24 * 3600;

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
  return encode({ token: { sid: sessionId }, secret: env().secret, maxAge: sessionMaxAgeSeconds });
}
