import "server-only";
import { logger } from "./log-problem.server";
import type { Failure } from "./result";

/** Who was refused what: `account` is null for whoever is nobody here, `path` is of a call, `claimId` of a form. */
type Asked = { account: string | null; action: string; path?: string; claimId?: string };

/**
 * Writes down a refusal that is about who asks: not signed in, not permitted, not proven, an author who would sign. What was
 * merely wrong in what they sent is no line (OWASP ASVS 16.3.2). Ids and codes alone, never what was written.
 */
export function logRefusal(failure: Failure, asked: Asked): void {
  const isAboutWho = failure.kind === "unauthenticated" || failure.kind === "forbidden";
  if (isAboutWho || failure.code === "four-eyes") logger.warn({ ...asked, code: failure.code }, "refused");
}
