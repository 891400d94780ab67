import type { CaptureSummaryDto } from "../articles/dto";

/** A passage of the capture that is in use. A region has a description instead of words. */
export type CaptureQuoteDto = {
  id: string;
  words: string;
  isRegion: boolean;
  uses: { claimId: string; claimText: string; stance: string }[];
};

export type ExpungeDto = {
  reason: string;
  requestedBy: { id: string; name: string };
  requestedAt: string;
  confirmedBy: string | null;
  confirmedAt: string | null;
};

/** One capture as its page on the desk shows it. */
export type CaptureViewDto = CaptureSummaryDto & {
  article: { id: string; title: string | null; outlet: string | null; url: string | null };
  contentType: string | null;
  finalUrl: string | null;
  capturedBy: string;
  expungedAt: string | null;
  expunge: ExpungeDto | null;
  quotes: CaptureQuoteDto[];
};
