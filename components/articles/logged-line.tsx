import type { Stance } from "@/lib/claims/vocabulary";
import { saysWhich } from "@/lib/core/issue-field";
import { ClaimInLine } from "@/components/claims/claim-name";
import { stanceWords } from "@/components/evidence/stance-words";
import type { FormState } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { SignInAgain } from "@/components/ui/sign-in-again";

/** What was logged last, and where to. */
export type Logged = { claimId: string; words: string; stance: Stance };

type LoggedProps = {
  /** Where no claim is beside the article, which then shows it. */
  logged: Logged | null;
  /** Which scheduled publications it cancelled, in words. */
  cancelled: string | null;
};

/** To which claim the words went, and what that did besides; the way back is offered as for every act. */
export function LoggedLine({ logged, cancelled }: LoggedProps) {
  return (
    <p
      role="status"
      className={logged || cancelled ? "sticky top-12 z-1 mb-3 border-b bg-paper py-1.5 text-sm" : "sr-only"}
    >
      {logged ? (
        <>
          Logged as {stanceWords[logged.stance].toLowerCase()} to{" "}
          <ClaimInLine id={logged.claimId} text={logged.words} />
        </>
      ) : null}
      {cancelled ? <span className="block">{cancelled}</span> : null}
    </p>
  );
}

/** Why the words were not logged. */
export function NotLogged({ answer }: { answer: NonNullable<FormState> }) {
  return (
    <div className="sticky top-12 z-1 mb-3 bg-paper">
      <Notice
        live
        tone="warning"
        title={answer.message ?? "This was not logged."}
        safe={answer.isUnsure ? undefined : "Nothing changed."}
      >
        {answer.issues?.map((issue) => (
          <p key={issue.code + issue.field}>{saysWhich(issue)}</p>
        ))}
        {answer.isSignedOut ? (
          <p>
            <SignInAgain then="log it again" />
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
