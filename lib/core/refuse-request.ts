import { originFacts, sameOrigin } from "./origin-check";
import type { Failure } from "./result";

/** What is looked at before a request is taken in; `path` as it was written, percent signs included. */
export type RequestFacts = {
  method: string;
  path: string;
  header: (name: string) => string | null;
  publicUrl: string;
};

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is a page of staff: these answer a POST by running an action. The API and readers' forms check theirs. */
export function isStaffPage(path: string): boolean {
  return /^\/(desk|sign-in|invite)(\/|$)/.test(path);
}

/**
 * Refuses what the framework answers with a bare 500 before our code runs: an address whose percent signs do not spell
 * UTF-8 (400, RFC 3986 section 2.1), and a form posted to a page by another site or by none (403). Null for all else;
 * the action's own wrapper checks again.
 */
export function refuseRequest({ method, path, header, publicUrl }: RequestFacts): Failure | null {
  if (!isWellFormed(path)) {
    return {
      kind: "malformed",
      code: "malformed-address",
      detail: "The address has a percent sign that spells no character. Write it as %25, or check the link.",
    };
  }
  const isFromHere = sameOrigin(originFacts(method, header, publicUrl));
  if (!isStaffPage(path) || isFromHere) return null;
  return {
    kind: "forbidden",
    code: "cross-site",
    detail: "This form was sent from another site, or did not say from where. Nothing was done.",
  };
}
