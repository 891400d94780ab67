"use client";

import { useSingleKey } from "@/components/ui/use-single-key";

/** The key r goes to the viewer's review, opening it where it is folded. */
export function ReviewKey() {
  useSingleKey("r", goToReview);
  return null;
}

function goToReview(): boolean {
  const place = document.getElementById("review");
  const field = place?.querySelector<HTMLElement>("textarea, button");
  if (!place || !field) return false;
  const fold = field.closest("details");
  if (fold) fold.open = true;
  place.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
  return true;
}
