import {
  bySecondPerson,
  byStaff,
  isStaff,
  ofClaim,
  reviewable,
  writable,
  type ClaimAction,
  type Scene,
} from "./claim-action";
import type { State } from "./claim-in";
import type { Fields } from "./post-action";

/** The address that the article of a scene is given, so that a pasted row can name it. */
export const addressOf = (articleId: string) => `https://rows.example/${articleId}`;

/** An event that each state lets happen, and one that it does not where none is left. */
const nextEvent: Record<State, string> = {
  new: "start-research",
  researching: "submit",
  "in-review": "return",
  ready: "return",
  published: "return",
  "in-correction": "return",
  declined: "reopen",
  retracted: "reopen",
};

const verdict = ({ claim }: Scene): Fields => ({
  rating: "reported",
  finding: "One report says so",
  writeUp: "",
  version: String(claim.verdict.version),
});

const claims = "(desk)/desk/claims/actions#";
const evidence = "(desk)/desk/claims/evidence-actions#";
const media = "(desk)/desk/claims/media-actions#";
const searches = "(desk)/desk/claims/search-actions#";
const replies = "(desk)/desk/claims/reply-actions#";
const legalReads = "(desk)/desk/claims/legal-read-actions#";
const talk = "(desk)/desk/claims/talk-actions#";
const reviews = "(desk)/desk/claims/review-actions#";
const verdicts = "(desk)/desk/claims/verdict-actions#";
const disagreements = "(desk)/desk/claims/disagreement-actions#";
const attributions = "(desk)/desk/articles/attribution-actions#";

/** Every form about a claim, and what is decided about a source for that claim alone. Those that publish are tried on claims of their own. */
export const claimActions: Record<string, ClaimAction> = {
  [`${claims}editClaim`]: {
    fields: ofClaim(({ claim }) => ({ place: "Selby", version: String(claim.version) })),
    does: byStaff(writable),
  },
  [`${claims}sendClaimEvent`]: {
    fields: ofClaim((_scene, state) => ({ event: nextEvent[state] })),
    does: byStaff([...writable, "declined"]),
  },
  [`${claims}reviewClaim`]: {
    fields: ofClaim(() => ({ mark: "confirmed", rationale: "The report says so." })),
    does: byStaff(reviewable),
  },
  [`${searches}addSearch`]: {
    fields: ofClaim(() => ({ where: "the register", query: "engines", found: "nothing" })),
    does: byStaff(writable),
  },
  [`${searches}changeSearch`]: {
    fields: ({ things }) => ({ searchId: things.searchId, note: "Looked again." }),
    does: byStaff(writable),
  },
  [`${searches}withdrawSearch`]: {
    fields: ({ things }) => ({ searchId: things.searchId }),
    does: byStaff(writable),
  },
  [`${searches}restoreSearch`]: {
    fields: ({ things }) => ({ searchId: things.withdrawnSearchId }),
    does: byStaff(writable),
  },
  [`${replies}addReplyRequest`]: {
    fields: ofClaim(() => ({ asked: "The yard", how: "by letter" })),
    does: byStaff(writable),
  },
  [`${replies}settleReply`]: {
    fields: ({ things }) => ({ replyId: things.replyId, outcome: "no-reply" }),
    does: byStaff(writable),
  },
  [`${replies}remind`]: {
    fields: ({ things }) => ({ replyId: things.replyId, how: "by telephone" }),
    does: byStaff(writable),
  },
  [`${replies}withdrawReply`]: {
    fields: ({ things }) => ({ replyId: things.replyId }),
    does: byStaff(writable),
  },
  [`${replies}restoreReply`]: {
    fields: ({ things }) => ({ replyId: things.withdrawnReplyId }),
    does: byStaff(writable),
  },
  [`${legalReads}note`]: {
    fields: ofClaim(() => ({ kind: "read", reader: "Counsel" })),
    does: byStaff(writable),
  },
  [`${legalReads}withdraw`]: {
    fields: ({ things }) => ({ legalReadId: things.legalReadId }),
    does: byStaff(writable),
  },
  [`${talk}comment`]: {
    fields: ofClaim(() => ({ text: "Who has the register?" })),
    does: (who) => isStaff(who),
  },
  [`${claims}decideComparison`]: {
    fields: ({ things }) => ({ comparisonId: things.comparisonId, class: "rounding", status: "confirmed" }),
    does: byStaff(writable),
  },
  [`${evidence}addEvidence`]: {
    fields: ofClaim(({ articleId }) => ({
      articleId,
      exact: "Fjordkraft AS confirmed that it had supplied engines to Selby Ferries.",
      stance: "disputes",
    })),
    does: byStaff(writable),
  },
  [`${evidence}editEvidence`]: {
    fields: ({ things }) => ({ evidenceId: things.evidenceId, shows: "Engines were bought." }),
    does: byStaff(writable),
  },
  [`${evidence}removeEvidence`]: {
    fields: ({ things }) => ({ evidenceId: things.evidenceId }),
    does: byStaff(writable),
  },
  [`${evidence}restoreEvidence`]: {
    fields: ({ things }) => ({ evidenceId: things.removedEvidenceId }),
    does: byStaff(writable),
  },
  [`${evidence}tickCut`]: {
    fields: ({ things }) => ({ evidenceId: things.evidenceId }),
    does: bySecondPerson,
  },
  [`${evidence}confirmRegion`]: {
    fields: ({ things }) => ({ evidenceId: things.evidenceId }),
    does: bySecondPerson,
  },
  [`${evidence}pasteRows`]: {
    fields: ofClaim(({ articleId }) => ({
      rows: `${addressOf(articleId)}\tEngines from Norway made up almost €4.5 million of it.\tA note`,
    })),
    does: byStaff(writable),
  },
  [`${media}logMedia`]: {
    fields: ofClaim(({ articleId }, state) => ({
      articleId,
      mediaKind: "cell",
      table: `Engines, ${state}`,
      row: "Norway",
      words: "4.5 million",
      description: "What came from Norway.",
      stance: "context",
    })),
    does: byStaff(writable),
  },
  [`${media}logRecording`]: {
    fields: ofClaim((_scene, state) => ({
      url: `https://video.example/${state}`,
      from: "1:02",
      to: "1:15",
      words: "The engines came from Norway.",
      description: "The manager speaks.",
      stance: "context",
    })),
    does: byStaff(writable),
  },
  [`${media}logStretch`]: {
    fields: ofClaim(({ articleId }, state) => ({
      articleId,
      from: "0:02",
      description: `The manager speaks, ${state}.`,
      stance: "context",
    })),
    does: byStaff(writable),
  },
  [`${media}logConversation`]: {
    fields: ofClaim(() => ({
      who: "The harbour master",
      heldAt: "2024-06-28",
      how: "by telephone",
      notesBy: "A checker",
      said: "The engines came from Norway.",
      stance: "context",
    })),
    does: byStaff(writable),
  },
  [`${disagreements}markDisagreement`]: {
    fields: ofClaim(({ things }) => ({ a: things.evidenceId, b: things.otherEvidenceId, why: "The years." })),
    does: byStaff(writable),
  },
  [`${disagreements}dismissSuggestion`]: {
    fields: ofClaim(({ things }) => ({
      a: things.evidenceId,
      b: things.thirdEvidenceId,
      why: "12 and 7",
      reason: "They count different boats.",
    })),
    does: byStaff(writable),
  },
  [`${disagreements}settleDisagreement`]: {
    fields: ({ things }) => ({
      disagreementId: things.disagreementId,
      status: "resolved",
      reason: "The register says seven.",
    }),
    does: byStaff(writable),
  },
  [`${attributions}decideAttribution`]: {
    fields: ofClaim(({ things }) => ({
      attributionId: things.attributionId,
      status: "confirmed",
      scope: "this-claim",
    })),
    does: byStaff(writable),
  },
  [`${attributions}addAttribution`]: {
    fields: ofClaim(({ things }) => ({
      articleId: things.ownArticleId,
      type: "own-reporting",
      scope: "this-claim",
    })),
    does: byStaff(writable),
  },
  [`${reviews}reaffirm`]: {
    fields: ofClaim(() => ({})),
    // Whoever gave a review; once it is published there is none to say it of.
    does: (who, state) =>
      (who === "checker, no author" || who === "admin") && (state === "ready" || state === "in-correction"),
  },
  [`${reviews}reconcile`]: {
    fields: ofClaim(({ claim }) => ({
      rating: "reported",
      reconciliation: "We talked.",
      version: String(claim.verdict.version),
    })),
    does: byStaff(writable),
  },
  [`${verdicts}saveVerdict`]: { fields: ofClaim(verdict), does: byStaff(writable) },
  // What is ready for an editor is taken back by hand only.
  [`${verdicts}autosaveVerdict`]: {
    fields: ofClaim(verdict),
    does: byStaff(writable.filter((state) => state !== "ready")),
  },
  // Where nothing is drafted there is no sentence to speak of.
  [`${verdicts}coverSentence`]: {
    fields: ofClaim(({ claim }) => ({
      field: "finding",
      index: "0",
      text: "hidden" in claim.verdict ? "" : claim.verdict.finding,
      as: "background",
      reason: "Everybody knows it.",
    })),
    does: byStaff(["ready", "in-correction"]),
  },
  [`${verdicts}setFirstFindings`]: {
    fields: ofClaim(({ claim }) => ({ provisional: "on", version: String(claim.version) })),
    does: byStaff(writable),
  },
};
