import { expect, it } from "vitest";
import { noteDone, takeWayAhead, undoOffer } from "./undo-store";

const offer = { words: "Claim changed.", act: "take-back", fields: { entryId: "e1" } } as const;

it("offers what the last act offers, and nothing of an older one after an act that offers nothing", () => {
  noteDone({ undo: offer, goTo: "/desk" });
  expect(undoOffer()).toMatchObject(offer);
  expect(takeWayAhead()).toBe("/desk");
  noteDone({});
  expect(undoOffer()).toBeNull();
  noteDone({ undo: offer });
  // It led elsewhere by itself, so it has no answer.
  noteDone();
  expect(undoOffer()).toBeNull();
});
