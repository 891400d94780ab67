import type { CaptureSummaryDto } from "../articles/dto";

/** A passage of the capture that is in use. A region has a description instead of words. */
export type CaptureQuoteDto = {
  id: string;
  words: string;
  isRegion: boolean;
  /** Of a region its media fragment. */
  region: string | null;
  /** The page of a document that it is on. */
  page: number | null;
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

/** One page (1-based) of a captured PDF with its words, as they were read out of the file. */
export type PageViewDto = {
  captureId: string;
  page: number;
  pages: number;
  /** Pixels of its picture; null when it cannot be drawn, and `refusal` says why. */
  picture: { width: number; height: number } | null;
  refusal: string | null;
  /** Letters on it may be missing from the picture: their font is not in the file. */
  lacksLetters: boolean;
  words: string;
  language: string | null;
};
