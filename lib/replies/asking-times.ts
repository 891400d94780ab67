import { refuse, type Failure } from "../core/result";

/** Clocks of machines that tell a time differ by so much. */
const clocksDifferMs = 5 * 60_000;

type Time = string | null | undefined;

/**
 * Refuses a time of asking (`askedAt`, or of asking again, `sentAt`) that is still to come, and a deadline before it: nobody
 * can answer before they were asked. Where no time of asking is given, nothing is held against the deadline.
 */
export function refuseWrongTimes(field: "askedAt" | "sentAt", at: Time, deadlineAt: Time, now: Date): void {
  if (!at) return;
  const asked = Date.parse(at);
  if (asked > now.getTime() + clocksDifferMs) refuse(stillToCome(field));
  if (deadlineAt && Date.parse(deadlineAt) < asked) refuse(deadlineTooEarly);
}

const stillToCome = (field: string) =>
  refusal(
    "asked-later",
    field,
    "That time is still to come. Log it once they were asked, or leave it empty for now.",
  );

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
  "The deadline is before they were asked. Give a later one.",
);
