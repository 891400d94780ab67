import { expect, test } from "vitest";
import { defaultRatings } from "../settings/ratings";
import { ratedTitle } from "./rated-title";

const titled = (label: string, meaning: string) =>
  ratedTitle({
    rating: { code: "x", label, meaning, number: 1, worst: 1, best: 5 },
    finding: "It was less.",
  });

test("a title that is read alone says what the rating means where that is short, and the finding always", () => {
  expect(titled("Disputed", "the evidence shows it is wrong")).toBe(
    "Disputed (the evidence shows it is wrong): It was less.",
  );
  expect(titled("Reported, not confirmed", defaultRatings[5]!.meaning)).toBe(
    "Reported, not confirmed: It was less.",
  );
  expect(titled("Of old", "")).toBe("Of old: It was less.");
});
