import { legalStanding, wantsLegalRead } from "../../legal-reads/legal-read";
import type { Checker } from "./check";
import { gateIssue } from "./check";

/** Only that the draft was read as it stands; what was said about it is not this program's to know. */
export const legalReadMissing: Checker = (context) => {
  const { dossier, settings } = context;
  if (!wantsLegalRead(settings, dossier.claim.topics)) return [];
  const { state, read, asked } = legalStanding(dossier.legalReads ?? [], context.draftHash ?? "");
  if (state === "read") return [];
  const next = asked
    ? `${asked.reader} was asked${read ? " again" : ""}: note when it was read.`
    : "Have it read, and note by whom and when.";
  const message = read
    ? `Stale: the draft changed after ${read.reader} read it. ${next}`
    : `No legal read of this draft is noted. ${next}`;
  return [gateIssue(context, "legal-read-missing", "legalReads", message)];
};
