import "server-only";
import type { EventCallbacks } from "next-auth";
import { signOut } from "./commands/end-session";

/** What next-auth's own routes do besides: signing out ends the session's row. */
export function authEvents(): Partial<EventCallbacks> {
  return {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await signOut(token.sid, new Date());
    },
  };
}
