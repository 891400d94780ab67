import { fail, ok, type Failure, type Result } from "../core/result";

/** When somebody was asked, or asked again, and until when they have to answer; null is no deadline. */
type Asking = { field: "askedAt" | "sentAt"; at: Date; deadlineAt: Date | null };

/** Nobody was asked at a time that is still to come, and nobody can answer by a deadline before they were asked. */
export function checkAsking({ field, at, deadlineAt }: Asking, now: Date): Result<null> {
  if (at > now)
    return fail(
      refusal(
        "asked-later",
        field,
        "That time is still to come. Log it once they were asked, or leave it empty for now.",
      ),
    );
  return deadlineAt !== null && deadlineAt < at ? fail(deadlineTooEarly) : ok(null);
}

const refusal = (code: string, field: string, message: string): Failure => ({
  kind: "invalid",
  code,
  detail: message,
  issues: [{ code, field, message }],
});

/** Readers would be told of no reply by a time at which nobody had been asked. */
export const deadlineTooEarly = refusal(
  "deadline-before-asking",
  "deadlineAt",
  "The deadline is before they were asked. Give a later one, or put right when they were asked.",
);
