import { password } from "../scenes";
import { byStaff, inPublic, isEditor, ofClaim, type ClaimAction } from "./claim-action";

const corrections = "(desk)/desk/claims/correction-actions#";
const verdicts = "(desk)/desk/claims/verdict-actions#";

/** The forms after which readers see something else, and the one that opens a correction. */
export const publicActions: Record<string, ClaimAction> = {
  [`${verdicts}signOff`]: {
    fields: ofClaim(({ gate }) => ({ revisionHash: gate.revision.hash, password })),
    does: (who, state) => who === "editor, no author" && state === "ready",
  },
  [`${corrections}openCorrection`]: {
    fields: ofClaim(() => ({ class: "clarification", reason: "To be clear." })),
    does: byStaff(["published"]),
  },
  [`${corrections}changeCorrection`]: {
    fields: ofClaim(() => ({ class: "correction", reason: "To be clear." })),
    does: byStaff(["in-correction"]),
  },
  [`${corrections}abandonCorrection`]: { fields: ofClaim(() => ({})), does: byStaff(["in-correction"]) },
  [`${verdicts}signNotice`]: {
    fields: ofClaim(() => ({ kind: "under-review", text: "We look at it again.", password })),
    does: (who, state) => isEditor(who) && inPublic.includes(state),
  },
  [`${verdicts}retract`]: {
    fields: ofClaim(({ claim }) => ({
      reason: "Withdrawn.",
      version: String(claim.publication?.version ?? 1),
      password,
    })),
    does: (who, state) => isEditor(who) && inPublic.includes(state),
  },
  [`${verdicts}withhold`]: {
    fields: ofClaim(({ claim }) => ({
      version: String(claim.publication?.version ?? 1),
      reasonClass: "safety",
      password,
    })),
    does: (who, state) => (isEditor(who) || who === "admin") && [...inPublic, "retracted"].includes(state),
  },
};
