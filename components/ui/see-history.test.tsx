import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Refusal } from "./form-answer";

const message = "Checker One changed this claim at 19:18, after you read it.";
const draw = (claimId?: string) => {
  const savedBy = {
    name: "Checker One",
    at: "2031-03-14T17:18:00Z",
    isOwn: false,
    ...(claimId ? { claimId } : {}),
  };
  const conflict = [{ field: "text", mine: "Six", theirs: "Nine" }];
  return renderToStaticMarkup(
    <Refusal id="f" message={message} refusal={{ ok: false, conflict, savedBy }} />,
  );
};

it("a save that comes after somebody else's leads to the claim's history, where there is one", () => {
  expect(draw("c1")).toContain(`${message} <a href="/desk/claims/c1/history" target="_blank"`);
  expect(draw("c1")).toContain("Theirs: Checker One, ");
  expect(draw()).not.toContain("See the history");
});
