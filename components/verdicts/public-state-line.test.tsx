import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { places } from "@/components/layout/places";
import { shownTo, type DeskState } from "@/lib/publications/desk-state";
import { PublicStateLine } from "./public-state-line";

const calm: DeskState = {
  version: 1,
  isRetracted: false,
  correction: null,
  notices: [],
  isNoticePrepared: false,
  isWithheld: false,
  isWithholdingAsked: false,
};
const correction = { class: "update", state: "in-review", publishAt: null } as const;
const now = "2026-11-01T09:00:00Z";
const html = (state: Partial<DeskState>, isPlain?: boolean) =>
  renderToStaticMarkup(
    <PublicStateLine claimId="c1" state={{ ...calm, ...state }} now={now} isPlain={isPlain} />,
  );
const words = (state: Partial<DeskState>) => html(state).replace(/<[^>]*>/g, "|");

it.each([
  [{ notices: ["under-review", "outdated"] }, ["notice: Under review", "notice: Out of date"]],
  [{ correction }, ["correction open"]],
  [{ correction: { ...correction, state: "ready" } }, ["correction waits for an editor’s signature"]],
  [{ correction: { ...correction, state: "ready", publishAt: now } }, ["correction signed, to be published"]],
  [{ isNoticePrepared: true }, ["notice waits for an editor’s signature"]],
  [{ isWithheld: true }, ["withheld from readers"]],
  [{ isWithholdingAsked: true }, ["withholding waits for its second signature"]],
] as [Partial<DeskState>, string[]][])("%j is said in words", (state, said) => {
  for (const one of said) expect(words(state)).toContain(one);
});

it("leads to the open correction, but inside a link it is words alone, and where nothing is open it is nothing", () => {
  expect(html({ correction })).toContain(`href="${places.correction("c1")}"`);
  expect(html({ correction, isWithholdingAsked: true }, true)).not.toContain("href");
  expect(html({})).toBe("");
});

it("keeps the desk's own work from who does not see the claim, and an asked withholding from who may not withhold", () => {
  const all: DeskState = {
    ...calm,
    ...{ correction, notices: ["outdated"], isNoticePrepared: true, isWithholdingAsked: true },
  };
  expect(shownTo(all, { seesClaim: false, mayWithhold: true })).toEqual({ ...calm, notices: ["outdated"] });
  expect(shownTo(all, { seesClaim: true, mayWithhold: false })).toEqual({
    ...all,
    isWithholdingAsked: false,
  });
  expect(shownTo(all, { seesClaim: true, mayWithhold: true })).toEqual(all);
});
