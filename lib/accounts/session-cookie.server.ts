import "server-only";
import { encode } from "next-auth/jwt";
import { env } from "../core/env.server";

export const sessionMaxAgeSeconds = 7 * 24 * 3600;

/** Cookies are shared by all ports of a host: two instances side by side keep apart by name. */
export function sessionCookie() {
  const { publicUrl, port } = env();
  const secure = publicUrl.startsWith("https:");
  return {
    name: secure ? "__Host-countersign.session" : `countersign.session.${port}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The cookie's value for a session row: a JWT that carries nothing but its id. */
export function sessionCookieValue(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().secret, maxAge: sessionMaxAgeSeconds });
}
