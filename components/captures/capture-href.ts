import { places } from "@/components/layout/places";

/** The capture's page with a quote in hand, as it looked or its words alone. */
export function captureHref(captureId: string, quoteId: string | null, asText: boolean): string {
  const query = new URLSearchParams();
  if (quoteId) query.set("quote", quoteId);
  if (asText) query.set("as", "text");
  const search = query.toString();
  return `${places.capture(captureId)}${search ? `?${search}` : ""}`;
}
