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
  "correction.changed": "changed what the correction is called",
  "correction.abandoned": "took the correction back",
  "verdict.retracted": "retracted it",
  "notice.signed": "signed a notice",
  "search.logged": "logged a search",
  "reply.asked": "logged a request for a reply",
  "reply.noted": "logged what came back",
  "comment.added": "commented",
  "comparison.decided": "decided how two figures compare",
  "attribution.confirmed": "confirmed where an article has it from",
  "claim.source-changed": "found other words at a source of it",
  "claim.source-marked": "said how far a source of it can be relied on",
  "prepared-notice.edited": "worked on a prepared notice",
  "prepared-notice.dismissed": "dismissed a prepared notice",
  "task.finished": "closed a task",
  "attribution.rejected": "rejected a suggested source",
  "attribution.added": "added where an article has it from",
  "attribution.confirmed-here": "confirmed for this claim where an article has it from",
  "attribution.rejected-here": "said that a source is not this claim's",
  "attribution.taken-back-here": "took back what was decided about a source for this claim alone",
  "disagreement.marked": "marked two quotes as disagreeing",
  "disagreement.resolved": "settled how two quotes disagree",
  "disagreement.dismissed": "said that two quotes do not disagree",
};

/** A log event as the end of a sentence that begins with who did it; unknown ones are opened up. */
export function entryWords(event: string): string {
  return words[event] ?? `did: ${event.replace(/[.-]/g, " ")}`;
}

const fields: Record<string, string> = {
  text: "its words",
  verbatim: "the words as published",
  saidAt: "when it was said",
  why: "why we check it",
  deadlineAt: "the deadline",
  reach: "how many people saw it",
  assigneeId: "who does it",
  nextUpdateAt: "the next update",
  provisional: "first findings",
  summary: "in short",
  writeUp: "the write-up",
  reconciliation: "why the marks differ",
  notEstablished: "what we could not establish",
  notInThisCheck: "what is not part of this check",
};

/** The name of a changed field as people say it: "saidAt" → "when it was said", "finding" stays. */
export function fieldWords(name: string): string {
  return fields[name] ?? name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
