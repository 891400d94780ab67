const words: Record<string, string> = {
  "claim.created": "wrote the claim",
  "claim.edited": "changed the claim",
  "claim.assigned": "assigned the claim",
  "claim.research-started": "started research",
  "claim.submitted": "submitted it for review",
  "claim.returned": "returned it to research",
  "claim.called-ready": "called it ready for an editor",
  "claim.fell-back": "changed what it rests on, so it went back to review",
  "claim.retracted": "retracted it",
  "claim.declined": "declined to check it",
  "claim.reopened": "reopened it",
  "evidence.added": "added evidence",
  "evidence.edited": "changed evidence",
  "evidence.removed": "removed evidence",
  "quote.cut-ticked": "said that a cut quote is fair",
  "quote.region-confirmed": "confirmed what a picture shows",
  "review.given": "reviewed it",
  "review.reaffirmed": "reviewed it again",
  "verdict.written": "wrote on the finding",
  "verdict.signed-off": "signed it and published it",
  "publication.created": "published it",
  "publication.retracted": "retracted it",
  "correction.opened": "opened a correction",
  "notice.signed": "signed a notice",
  "search.logged": "logged a search",
  "reply.asked": "logged a request for a reply",
  "reply.noted": "logged what came back",
  "comment.added": "commented",
  "comparison.decided": "decided how two figures compare",
  "attribution.confirmed": "confirmed where an article has it from",
  "attribution.rejected": "rejected a suggested source",
};

/** A log event as the end of a sentence that begins with who did it; unknown ones are opened up. */
export function entryWords(event: string): string {
  return words[event] ?? `did: ${event.replace(/[.-]/g, " ")}`;
}
