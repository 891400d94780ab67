type Person = { id: string; name: string };

/** What waits for its time, signed. */
export type ScheduleDto = {
  publishAt: string;
  signedAt: string;
  signedBy: Person;
};

/** A claim that is signed for a time, ISO 8601. */
export type WaitingClaimDto = { claimId: string; text: string; publishAt: string };

/** Claims that are signed for a time: those that the viewer sees, and how many others. */
export type WaitingDto = { claims: WaitingClaimDto[]; hidden: number };

/** What waited and was cancelled, while nothing was signed since. */
export type CancelledScheduleDto = {
  publishAt: string;
  signedBy: Person;
  endedAt: string;
  endedBy: Person | null;
  /** Why: one of the codes that `endWords` has a sentence for. */
  code: string;
  /** More about it; `null` where there is no more, or it is blind for the viewer. */
  detail: string | null;
  /** The events of the log that came with it, such as "evidence.added". */
  events: string[];
};
