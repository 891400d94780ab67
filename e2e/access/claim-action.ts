import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import type { State } from "./claim-in";
import type { Furniture } from "./claim-rows";
import { staff, type Who } from "./people";
import type { Fields } from "./post-action";

/** What a form about a claim is filled in with. */
export type Scene = { claim: ClaimDto; things: Furniture; articleId: string; gate: GateDto };

export type ClaimAction = {
  fields: (scene: Scene, state: State) => Fields;
  /** Whether it does something for this person in this state; else nothing may change. */
  does: (who: Who, state: State) => boolean;
};

export const isStaff = (who: Who) => staff.includes(who);
export const isEditor = (who: Who) => who.startsWith("editor");
export const writable: readonly State[] = ["new", "researching", "in-review", "ready", "in-correction"];
export const reviewable: readonly State[] = ["in-review", "ready", "in-correction"];
export const inPublic: readonly State[] = ["published", "in-correction"];

/** By anybody of staff while the claim is in one of these states. */
export const byStaff =
  (states: readonly State[]): ClaimAction["does"] =>
  (who, state) =>
    isStaff(who) && states.includes(state);

/** Whoever made the quote does not vouch for it. */
export const bySecondPerson: ClaimAction["does"] = (who, state) =>
  isStaff(who) && who !== "checker, author" && writable.includes(state);

/** Fields beside the claim's id. */
export const ofClaim =
  (more: (scene: Scene, state: State) => Fields): ClaimAction["fields"] =>
  (scene, state) => ({ claimId: scene.claim.id, ...more(scene, state) });
