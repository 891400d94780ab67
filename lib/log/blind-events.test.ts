import { expect, it } from "vitest";
import { isBlindEvent } from "./blind-events";

it("withholds the words of whoever took a claim out of review, and not of whoever brought it there", () => {
  const steps = ["submitted", "returned", "called-ready", "declined", "reopened"];
  expect(steps.filter((step) => isBlindEvent(`claim.${step}`))).toEqual(["returned", "called-ready"]);
});
