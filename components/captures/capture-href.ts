import { places } from "@/components/layout/places";

/** The capture's page with a quote in hand: as it looked, its words alone, or a page of it. */
export function captureHref(
  captureId: string,
  quoteId: string | null,
  asText: boolean,
  page?: number,
): string {
  const query = new URLSearchParams();
  if (quoteId) query.set("quote", quoteId);
  if (asText) query.set("as", "text");
  if (page !== undefined) query.set("page", String(page));
  const search = query.toString();
  return `${places.capture(captureId)}${search ? `?${search}` : ""}`;
}
