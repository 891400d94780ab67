import { isRecording } from "@/lib/captures/recording";

/** Evidence that is no web text, by what somebody has in hand. */
export const mediaKinds = ["picture", "cell", "page", "recording", "conversation"] as const;
export type MediaKind = (typeof mediaKinds)[number];

export const mediaLabels: Record<MediaKind, string> = {
  picture: "Photo or scan",
  cell: "Table cell",
  page: "PDF page",
  recording: "Video or sound",
  conversation: "Call or meeting",
};

/** Which form a captured file leads to, by its type; `null` for a page of words, which is quoted where it is read. */
export function kindOfCapture(contentType: string | null): MediaKind | null {
  if (contentType?.startsWith("image/")) return "picture";
  if (isRecording(contentType)) return "recording";
  if (contentType === "application/pdf") return "page";
  return contentType === "text/csv" || contentType?.endsWith("spreadsheetml.sheet") ? "cell" : null;
}
