import type { LookDto, LookOutcome } from "@/lib/articles/source-history-dto";

/** What a look found. Nobody is said to have edited what is only gone, missing or out of reach. */
export const lookWords: Record<LookOutcome, string> = {
  copied: "copy made",
  same: "same words",
  altered: "words read differently",
  gone: "words not there any more",
  missing: "no page at the address",
  unreachable: "source not reached",
  blocked: "source refused us",
};

/** How we came by the words. */
export const methodWords: Record<LookDto["method"], string> = {
  fetched: "fetched",
  uploaded: "uploaded",
  pasted: "pasted",
};

/** What a comparison speaks of: the source itself, or only the copy that we were given. */
export function comparedWith(method: LookDto["method"]): string {
  return method === "fetched" ? "at the source" : `in the ${method} copy`;
}
