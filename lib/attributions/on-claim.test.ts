import { expect, test } from "vitest";
import { isDecidedElsewhere, statusOn, type AttributionStatus, type OnClaim } from "./on-claim";

const decided = (claimId: string, status: OnClaim["status"]): OnClaim => ({ claimId, status });

test.each<[AttributionStatus, OnClaim[], string]>([
  ["confirmed", [], "confirmed"],
  ["suggested", [], "suggested"],
  ["suggested", [decided("c", "confirmed")], "confirmed"],
  ["confirmed", [decided("c", "rejected")], "rejected"],
  ["rejected", [decided("c", "confirmed")], "confirmed"],
  ["confirmed", [decided("other", "rejected")], "confirmed"],
  ["suggested", [decided("other", "confirmed")], "suggested"],
])("%s for every claim and %j is %s on this one", (status, onClaims, expected) => {
  expect(statusOn({ status, onClaims }, "c")).toBe(expected);
});

test.each<[OnClaim[], string | undefined, boolean]>([
  [[], "c", false],
  [[decided("c", "confirmed")], "c", false],
  [[decided("c", "confirmed"), decided("other", "rejected")], "c", false],
  [[decided("other", "rejected")], "c", true],
  [[decided("c", "confirmed")], undefined, true],
])("%j was decided elsewhere than on %s: %s", (onClaims, claimId, expected) => {
  expect(isDecidedElsewhere({ onClaims }, claimId)).toBe(expected);
});
