import { describe, expect, it } from "vitest";
import { guessColumns, isHeader } from "./columns";

describe("guessColumns", () => {
  it.each([
    [
      "Claim|Who said it|Date|Where|URL|Quote|Stance|Notes",
      "text claimant saidAt place url quote stance note",
    ],
    [
      "Statement|Claimant|Source|Source URL|Topic|Priority|Due date",
      "text claimant source url topics importance deadlineAt",
    ],
    ["#|CLAIM |What was said|Link", "- text verbatim url"],
    ["Claim to check (short)|Evidence link|Evidence", "text url quote"],
    ["Date|Date", "saidAt -"],
    ["Foo|Bar", "- -"],
    ["Claim date|Claim", "saidAt text"],
  ])("reads the headers %s", (headers, fields) => {
    expect(
      guessColumns(headers.split("|"))
        .map((field) => field ?? "-")
        .join(" "),
    ).toBe(fields);
  });

  it("takes a first row without known names for a claim", () => {
    expect(isHeader(["The mayor bought six buses", "https://a.example"])).toBe(false);
    expect(isHeader(["Nr.", "claim"])).toBe(true);
  });
});
