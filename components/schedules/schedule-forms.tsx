import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

type Props = {
  claimId: string;
  version: number;
  /** The label of the rating that was signed; `null` while there is no rating. */
  ratingLabel: string | null;
  /** Field: claimId. */
  cancel: FormAction;
  /** Fields: claimId, password. Only for whoever signed it. */
  publishNow?: FormAction | undefined;
  signer: string;
};

/** What an editor can still do with what waits for its time. */
export function ScheduleForms({ claimId, version, ratingLabel, cancel, publishNow, signer }: Props) {
  return (
    <div className="mt-5 grid gap-5 border-t pt-4">
      <Form
        action={cancel}
        id="cancel-schedule"
        done="cancelled"
        shownAt="the claim"
        label="Cancel the publication"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <p className="mb-2 text-sm text-ink-2">
          Cancelling is logged{publishNow ? "" : `, and ${signer} is told`}. The claim stays ready, to be
          signed again.
        </p>
        <SubmitButton look="plain" busy="Cancelling…">
          Cancel the publication
        </SubmitButton>
      </Form>
      {publishNow ? (
        <Form
          action={publishNow}
          id="publish-now"
          done="published"
          shownAt="the claim"
          className="grid gap-4 border-t pt-4"
          label="Publish now"
          asksSecretOnly
        >
          <input type="hidden" name="claimId" value={claimId} />
          <ConfirmByPassword purpose="to publish now" />
          <SubmitButton busy="Publishing…">
            Publish version {version} now{ratingLabel ? ` as ${ratingLabel}` : ""}
          </SubmitButton>
        </Form>
      ) : (
        <p className="text-sm text-ink-2">
          Only {signer} can publish it sooner as it is signed. Another editor cancels it and signs it.
        </p>
      )}
    </div>
  );
}
