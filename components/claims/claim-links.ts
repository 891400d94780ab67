import type { ClaimState } from "@/lib/claims/vocabulary";

/** Where the parts of a claim's work are; the page decides the addresses. A link left out is not offered. */
export type ClaimLinks = {
  /** The claim itself; anchors (#evidence, #review …) are added to it. */
  claim: string;
  edit?: string;
  sources?: string;
  /** Its quotes side by side. */
  quotes?: string;
  verdict?: string;
  /** The draft sentence by sentence. */
  sentences?: string;
  signOff?: string;
  history?: string;
  addArticle?: string;
  /** Where an original that is named as a source is captured, by its id. */
  captureOriginal?: (articleId: string) => string;
  correction?: string;
  retraction?: string;
  withholding?: string;
  notice?: string;
  /** The viewer's own review holds: what is missing is another person's, and none is asked of them. */
  hasReviewed?: boolean;
};

type Remedy = { label: string; href: string };

/** A field of the draft's form; the write-up's own field is hidden under its editor, its label never is. */
function draftAnchor(field: string): string {
  return field === "writeUp" ? "verdict-form-writeUp-label" : `verdict-form-${field}`;
}

/** While another step comes before a review can be given. */
const beforeReviews: readonly ClaimState[] = ["new", "researching"];

/** Where one line of the gate is put right, in this state of the claim. */
export function remedyFor(code: string, field: string, links: ClaimLinks, state: ClaimState): Remedy {
  if (beforeReviews.includes(state) && (code === "review-missing" || code === "review-outdated"))
    return { label: "Go to the next step", href: `${links.claim}#next` };
  if (links.hasReviewed && (code === "review-missing" || code === "review-outdated"))
    return { label: "See the reviews", href: `${links.claim}#reviews` };
  const at = (anchor: string) => `${links.claim}#${anchor}`;
  const verdict = links.verdict ?? at("verdict");
  const evidence = /evidence[./[]([\w-]+)/.exec(field)?.[1];
  const original = /^articles\.(.+)$/.exec(field)?.[1];
  const sentence = /^verdict\.writeUp\.(\d+)$/.exec(field)?.[1] ?? "0";
  const draftField = /^verdict\.(.+)$/.exec(field)?.[1];
  const remedies: Record<string, Remedy> = {
    "rating-missing": { label: "Choose one", href: verdict },
    "provisional-rating": { label: "Choose another", href: verdict },
    "next-update-passed": { label: "Promise a later one", href: `${verdict}#first-findings` },
    "finding-missing": { label: "Write it", href: verdict },
    "review-missing": { label: "Review", href: at("review") },
    "rating-against-marks": { label: "Reconcile", href: at("reviews") },
    "quote-not-verbatim": { label: "Look at the quote", href: at("evidence") },
    "four-eyes": { label: "Who wrote what", href: links.history ?? at("reviews") },
    "review-outdated": { label: "Review again", href: at("review") },
    "quote-altered": { label: "Look at the quote", href: at("evidence") },
    "quote-cut": { label: "Look at the quote", href: at("evidence") },
    "original-not-read": {
      label: "Capture it",
      href: original && links.captureOriginal ? links.captureOriginal(original) : at("evidence"),
    },
    "origins-too-few": { label: "Find or state why", href: at("sources") },
    "figures-unclassified": { label: "Compare them", href: at("figures") },
    "other-side-not-searched": { label: "Log a search", href: at("searches") },
    "reply-not-asked": { label: "Ask for a reply", href: at("replies") },
    "sentence-uncovered": {
      label: "Cite evidence",
      href: links.sentences ? `${links.sentences}#sentence-writeUp-${sentence}` : verdict,
    },
    "placeholder-left": {
      label: "Fill it in",
      href: draftField ? `${verdict}#${draftAnchor(draftField)}` : verdict,
    },
    "class-too-light": { label: "Call it what it is", href: links.correction ?? links.claim },
    "legal-read-missing": { label: "Note the read", href: at("legal-read") },
    "part-rated-lower": { label: "Look at the parts", href: at("parts") },
  };
  const reply = /^replies\.(.+)$/.exec(field)?.[1];
  if (code === "reply-not-asked" && reply) return { label: "Log what came", href: at(`reply-${reply}`) };
  const remedy = remedies[code] ?? { label: "Look", href: links.claim };
  return code.startsWith("quote-") && evidence ? { ...remedy, href: at(`evidence-${evidence}`) } : remedy;
}
