import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { EvidenceDto, GateDto, VerdictDto } from "@/lib/claims/dto";
import { GateList } from "./gate-list";
import type { CheckedClaim } from "./gate-words";

const untouched: CheckedClaim = {
  ...{ claimant: null, evidence: [], replies: [], reviews: [], searches: [] },
  verdict: { rating: null, writeUp: "" } as unknown as VerdictDto,
};

const shown = (
  signOff?: string,
  issues: GateDto["issues"] = [],
  isScheduled = false,
  claim: Partial<CheckedClaim> = {},
) =>
  renderToStaticMarkup(
    <GateList
      claim={{ state: "ready", ...untouched, ...claim }}
      gate={{ revision: { number: 7, hash: "00" }, issues }}
      links={{ claim: "/desk/claims/c1", ...(signOff ? { signOff } : {}) }}
      isScheduled={isScheduled}
    />,
  );
const way = "/desk/claims/c1/sign-off";

it("leads whoever may sign from “nothing is missing” to where it is signed, and nobody else", () => {
  expect(shown(way)).toContain(`an editor can sign. <a href="${way}">Go to the sign-off</a>`);
  expect(shown()).not.toContain("Go to the sign-off");
});

it("leads no editor there who wrote part of it and may not sign", () => {
  const bar = { code: "four-eyes", field: "signer", message: "You wrote part of it.", overridable: false };
  expect(shown(way, [bar])).toContain("Nothing is missing");
  expect(shown(way, [bar])).not.toContain("Go to the sign-off");
});

it("leads nobody there from what is missing, nor once it is signed", () => {
  const missing = [{ code: "other-side-not-searched", field: "searches", message: "No search" }];
  expect(shown(way, missing)).not.toContain("Go to the sign-off");
  expect(shown(way, [], true)).not.toContain("Go to the sign-off");
});

it("calls nothing done of which there is nothing to check yet", () => {
  const missing = ["rating-missing", "review-missing", "other-side-not-searched", "origins-too-few"].map(
    (code) => ({ code, field: "", message: "" }),
  );
  const html = shown(undefined, missing);
  expect(html).toContain("7 with nothing to check yet");
  expect(html).not.toContain(" done");
  const quoted = shown(undefined, missing, false, { evidence: [{} as EvidenceDto] }).replace(/<!-- -->/g, "");
  expect(quoted).toContain("4 done");
  expect(quoted).toContain("Quotes word for word");
  expect(quoted).not.toContain("Sentences cite evidence");
  expect(quoted).toContain("3 with nothing to check yet");
});
