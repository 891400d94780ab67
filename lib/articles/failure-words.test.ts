import { expect, it } from "vitest";
import { failureInParts } from "./failure-words";

it.each([
  [
    "The site’s robots.txt asks not to be visited by machines. Open the page and paste its text.",
    "The site’s robots.txt asks not to be visited by machines.",
    "Open the page and paste its text.",
  ],
  [
    "The page is larger than 2.5 MB. Upload it. Or paste it.",
    "The page is larger than 2.5 MB.",
    "Upload it. Or paste it.",
  ],
  ["The desk was away.", "The desk was away.", ""],
])("of %j what happened is told apart from what can be done", (message, happened, advice) => {
  expect(failureInParts(message)).toEqual({ happened, advice });
});
