import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ClaimDto } from "@/lib/claims/dto";
import { defaultRatings } from "@/lib/settings/ratings";
import { PublishedFinding } from "./published-finding";

const claim = {
  id: "c1",
  state: "in-review",
  publication: { slug: "ferries", version: 1 },
  verdict: { rating: "disputed", finding: "The draft of the correction." },
} as unknown as ClaimDto;
const signed = { version: 1, rating: { code: "confirmed", label: "Confirmed" }, finding: "What was signed." };

it("while a correction is open it prints what was signed, and nothing of the draft", () => {
  const html = renderToStaticMarkup(
    <PublishedFinding claim={claim} ratings={defaultRatings} signed={signed} />,
  );
  expect(html).toContain("What was signed.");
  expect(html).toContain("Confirmed");
  expect(html).not.toContain("The draft");
  expect(html).not.toContain("Disputed");
});

it("prints nothing of the draft where the signed record is not given either", () => {
  const html = renderToStaticMarkup(<PublishedFinding claim={claim} ratings={defaultRatings} />);
  expect(html).not.toContain("The draft");
});
