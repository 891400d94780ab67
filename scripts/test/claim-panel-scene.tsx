import { renderToStaticMarkup } from "react-dom/server";
import type { DecisiveDoubt } from "@/lib/attributions/decisive-doubts";
import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { defaultRatings } from "@/lib/settings/ratings";
import type { FormAction } from "@/components/ui/form-state";
import type { Carried } from "@/components/claims/carried-line";
import { ClaimPanel, type ClaimActions } from "@/components/claims/claim-panel";

/** A form that does nothing. */
export const action: FormAction = async () => null;
const gate: GateDto = { revision: { number: 7, hash: "00" }, issues: [] };
export const links = { claim: "/desk/claims/c1" };

/** A claim in review, as a blind reviewer gets it. */
const claim: ClaimDto = {
  id: "c1",
  text: "Aurus imported parts for $34 million",
  verbatim: null,
  kind: "so",
  claimant: null,
  saidAt: null,
  place: null,
  topics: [],
  why: null,
  importance: 2,
  deadlineAt: null,
  reach: null,
  provisional: false,
  nextUpdateAt: null,
  assignee: null,
  state: "in-review",
  allowedEvents: ["return"],
  version: 1,
  language: "en",
  from: null,
  parts: [],
  figures: [],
  evidence: [],
  reviews: { hidden: true },
  reviewCount: 1,
  basisHash: "ba",
  verdict: { hidden: true, version: 3 },
  comments: { hidden: true },
  searches: [],
  replies: [],
  legalReads: { hidden: true },
  revision: gate.revision,
  independence: { count: 0, articles: 0, unknown: 0 },
  correction: null,
  createdAt: "2024-06-29T10:00:00Z",
  scheduled: null,
  updatedAt: "2024-06-29T10:00:00Z",
};

/** The panel of that claim with these changes, as markup. */
export function render(
  changes: Partial<ClaimDto> = {},
  issues: GateDto["issues"] = [],
  carried: Carried = [],
  more: ClaimActions & { doubts?: readonly DecisiveDoubt[] } = {},
) {
  const { doubts, ...others } = more;
  const props = { ratings: defaultRatings, viewer: { id: "u1" }, links };
  return renderToStaticMarkup(
    <ClaimPanel
      {...props}
      claim={{ ...claim, ...changes }}
      gate={{ ...gate, issues }}
      carried={carried}
      actions={{ review: action, event: action, reconcile: action, legalReads: { note: action }, ...others }}
      doubts={doubts}
    />,
  );
}

/** A draft in which nothing is written. */
export const draft = {
  rating: null,
  finding: "",
  summary: [],
  writeUp: "",
  notEstablished: "",
  notInThisCheck: "",
  asOf: null,
};
