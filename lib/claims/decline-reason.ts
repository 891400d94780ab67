import { choicesInWords } from "../core/choice";
import { refuse } from "../core/result";
import { declineReasons, type DeclineReason } from "./vocabulary";
import { declineReasonWords } from "./vocabulary-words";

type Given = { reason?: string | undefined; note?: string | undefined };

/**
 * Why a claim or tip is not checked: a reason from the list, with spaces or hyphens between its words; words that are none
 * of it are kept as the note of "other", before the note that came with them. Refused where no reason is given.
 */
export function declineReasonOf({ reason, note }: Given): { reason: DeclineReason; note: string | null } {
  const given = reason ?? "";
  if (given.trim() === "") return refuseWithoutReason();
  const code = given.trim().toLowerCase().replace(/\s+/g, "-");
  const known = declineReasons.find((one) => one === code);
  if (known) return { reason: known, note: note ?? null };
  return { reason: "other", note: note ? `${given}\n${note}` : given };
}

function refuseWithoutReason(): never {
  const message = `Say why: ${choicesInWords(Object.values(declineReasonWords))}. More words go into the note.`;
  const issues = [{ code: "reason-missing", field: "reason", message }];
  return refuse({ kind: "invalid", code: "reason-missing", detail: message, issues });
}
