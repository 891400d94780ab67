import type { CorrectionClass } from "../claims/dossier";
import type { ClaimState } from "../claims/vocabulary";
import type { NoticeRecord } from "./record";

/** How what is public of a claim stands, for the desk's lists. */
export type DeskState = {
  /** The newest version. */
  version: number;
  isRetracted: boolean;
  /** The change that is open: where the work on it is, and when it is published once it was signed for a time (ISO 8601). */
  correction: { class: CorrectionClass; state: ClaimState; publishAt: string | null } | null;
  /** The kinds of notice that readers see beside it now, newest first. */
  notices: NoticeRecord["kind"][];
  /** The draft of a notice waits for an editor's signature. */
  isNoticePrepared: boolean;
  /** The words of the newest version are kept from readers. */
  isWithheld: boolean;
  /** Somebody asked to keep a version from readers, and it waits for the second person. */
  isWithholdingAsked: boolean;
};

/** What of it this person is shown: all that is public, and of the desk's own work what is theirs to know. */
export function shownTo(
  state: DeskState,
  { seesClaim, mayWithhold }: { seesClaim: boolean; mayWithhold: boolean },
): DeskState {
  return {
    ...state,
    correction: seesClaim ? state.correction : null,
    isNoticePrepared: seesClaim && state.isNoticePrepared,
    isWithholdingAsked: seesClaim && mayWithhold && state.isWithholdingAsked,
  };
}
