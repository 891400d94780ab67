/** What waits for its time, signed. */
export type ScheduleDto = {
  publishAt: string;
  signedAt: string;
  signedBy: { id: string; name: string };
};

/** A claim that is signed for a time, ISO 8601. */
export type WaitingClaimDto = { claimId: string; text: string; publishAt: string };

/** Claims that are signed for a time: those that the viewer sees, and how many others. */
export type WaitingDto = { claims: WaitingClaimDto[]; hidden: number };

/** What waited and was cancelled, while nothing was signed since. */
export type CancelledScheduleDto = {
  publishAt: string;
  signedBy: string;
  endedAt: string;
  endedBy: string | null;
  /** Why, in one sentence. */
  why: string;
  /** More about it; `null` where there is no more, or it is blind for the viewer. */
  detail: string | null;
  /** The events of the log that came with it, such as "evidence.added". */
  events: string[];
};
