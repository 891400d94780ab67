import type { RequirementState } from "@/lib/application/requirements";

/** Where a requirement of a code stands. */
export const requirementWords: Record<RequirementState, string> = {
  met: "Met",
  missing: "Missing",
  look: "For you to judge",
  attach: "For you to add",
};
