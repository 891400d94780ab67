import "server-only";
import { idsIn, withoutIds } from "./named-ids";
import { hiddenFrom } from "./sight.server";
import type { Sight } from "./viewer";

/**
 * What came in a request, as it names things to this viewer: the id of what they may not see becomes one that names
 * nothing, in an address and anywhere in an input, so that each answer is the one for an unknown id, word for word,
 * whatever is asked first. Every way in goes through here once.
 */
export async function asNamedTo<T>(viewer: Sight, given: T): Promise<T> {
  if (viewer.sees === "everything") return given;
  return withoutIds(given, await hiddenFrom(viewer, idsIn(given)));
}
