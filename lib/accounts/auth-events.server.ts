import "server-only";
import type { EventCallbacks } from "next-auth";
import type { Role } from "../claims/vocabulary";
import { db } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { viewerOfSession } from "./sessions.server";
import { signOut } from "./commands/end-session";

/** What next-auth's own routes do besides: a sign-in elsewhere is logged, and signing out ends the session's row. */
export function authEvents(): Partial<EventCallbacks> {
  return {
    async signIn({ user, account }) {
      const sid = (user as { sid?: string }).sid;
      if (account?.provider !== "oidc" || !sid) return;
      const session = await db().session.findUnique({ where: { id: sid }, include: { user: true } });
      if (!session) return;
      const actor = { id: session.user.id, name: session.user.name, role: session.user.role as Role };
      await runCommand((tx) =>
        recordEvent(tx, actor, new Date(), {
          event: "session.opened",
          subject: { kind: "session", id: sid },
          body: { by: "oidc" },
        }),
      );
    },
    async signOut({ token }) {
      const now = new Date();
      const viewer = typeof token?.sid === "string" ? await viewerOfSession(token.sid, now) : null;
      if (viewer) await signOut(viewer, now);
    },
  };
}
