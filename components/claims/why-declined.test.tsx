import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WhyDeclined } from "./why-declined";

const claim = { state: "declined", declineReason: "opinion", declineNote: null };
const draw = (by: { name: string | null; at: string } | null) =>
  renderToStaticMarkup(<WhyDeclined claim={claim} by={by} now="2031-03-08T19:00:00Z" />).replace(
    /<[^>]*>/g,
    "",
  );

it("a declined claim says who declined it and when, as far as that is known", () => {
  const at = "2031-03-08T18:10:00Z";
  expect(draw({ name: "Checker One", at })).toContain("Declined by Checker One, today, 18:10.");
  expect(draw({ name: null, at })).toContain("Declined by somebody who left, today, 18:10.");
  expect(draw(null)).not.toContain("Declined by");
});
