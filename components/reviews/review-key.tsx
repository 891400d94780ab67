"use client";

import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";
import { marks, type Mark } from "@/lib/claims/vocabulary";

/** Keys that go to the viewer's review and to each of its marks. None gives a mark: that is a button chosen on purpose. */
export function ReviewKey() {
  useShortcut("claim.review", () => focusOn(inReview("textarea, button")));
  return marks.map((mark) => <MarkKey key={mark} mark={mark} />);
}

function MarkKey({ mark }: { mark: Mark }) {
  useShortcut(`claim.mark-${mark}`, () => focusOn(inReview(`button[name=mark][value=${mark}]`)));
  return null;
}

function inReview(selector: string): HTMLElement | null {
  return document.getElementById("review")?.querySelector<HTMLElement>(selector) ?? null;
}
