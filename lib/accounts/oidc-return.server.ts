import "server-only";
import { browserSessionId } from "../access/viewer.server";
import { db } from "../core/db.server";
import { cameFrom } from "./device-mark.server";
import { accountOfOidc, type OidcPerson } from "./oidc.server";
import { noteStepUp, standingOfSession } from "./sessions.server";
import { letIn } from "./sign-in.server";

/** How long somebody may take at the provider, and how far its clock may be off ours. */
const patienceMs = 10 * 60_000;
const clockSkewMs = 60_000;

type Return = OidcPerson & {
  /** When the provider last saw the person's password or key, seconds since 1970 (OpenID Connect Core §2). */
  authTime: number | null;
};

/** Whether the provider asked the person again after we sent them there: it must say when, and nothing older counts. */
export function isProvenAgain(askedAt: Date, authTime: number | null, now: Date): boolean {
  return (
    authTime !== null &&
    askedAt.getTime() > now.getTime() - patienceMs &&
    authTime * 1000 >= askedAt.getTime() - clockSkewMs
  );
}

/**
 * Somebody comes back from the identity provider: to sign in, which opens a session, or, when their session was waiting for
 * it, to prove again who they are. Answers the id of the session, or why there is none.
 */
export async function returnFromOidc(
  who: Return,
  now: Date,
): Promise<
  { sessionId: string } | { refused: "no-account" | "deactivated" | "not-asked-again" | "somebody-else" }
> {
  const account = await accountOfOidc(who, now);
  if ("refused" in account) return account;
  const sid = await browserSessionId();
  const standing = sid === null ? null : await standingOfSession(sid, now);
  if (sid !== null && standing?.kind === "in") {
    const { stepUpAskedAt } = await db().session.findUniqueOrThrow({ where: { id: sid } });
    if (stepUpAskedAt && stepUpAskedAt.getTime() > now.getTime() - patienceMs) {
      if (standing.viewer.id !== account.id) return { refused: "somebody-else" };
      if (!isProvenAgain(stepUpAskedAt, who.authTime, now)) return { refused: "not-asked-again" };
      await noteStepUp(sid, now);
      return { sessionId: sid };
    }
  }
  const user = await db().user.findUniqueOrThrow({ where: { id: account.id } });
  return letIn(user, await cameFrom(), "oidc", now);
}
