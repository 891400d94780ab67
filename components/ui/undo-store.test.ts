import { expect, it } from "vitest";
import {
  noteActStarted,
  noteDone,
  noteTakingBack,
  takeWanted,
  takeWayAhead,
  undoOffer,
  wantUndo,
} from "./undo-store";

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

it("who asks to undo while an act is under way means that act: once, when it offers it, and never another", () => {
  noteDone();
  expect([wantUndo(), takeWanted()]).toEqual([false, false]);
  const asked = (isOffered: boolean) => {
    const end = noteActStarted();
    expect([wantUndo(), wantUndo()]).toEqual([true, true]);
    end(isOffered);
  };
  asked(true);
  expect([takeWanted(), takeWanted()]).toEqual([true, false]);
  // It failed, or cannot be taken back: what comes later is not what was meant.
  asked(false);
  noteActStarted()(true);
  expect(takeWanted()).toBe(false);
  // The same press again, while what it takes back is under way.
  noteTakingBack();
  asked(true);
  expect(takeWanted()).toBe(false);
  asked(true);
  expect(takeWanted()).toBe(true);
});
