import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area";

type Props = { claimId: string; version: number; action: FormAction };

/** What becomes of every version up to this one, the current. */
const staysReadable = (version: number) =>
  version === 1
    ? "Version 1 stays readable, under a banner that says that it is retracted."
    : `Versions 1 to ${version} stay readable, each under a banner that says that it is retracted.`;

/** Withdraws a verdict in public. Fields: claimId, version, reason, password, code. */
export function RetractionForm({ claimId, version, action }: Props) {
  return (
    <Form
      action={action}
      id="retraction"
      done="retracted"
      shownAt="the claim"
      keep={`retraction:${claimId}`}
      className="grid gap-4"
      label="Retract"
    >
      <Notice title="This cannot be undone" tone="warning" safe={staysReadable(version)}>
        The page itself will say that the verdict was retracted, and why. If something in it can be put right,
        open a correction instead.
      </Notice>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="version" value={version} />
      <TextAreaField name="reason" label="Why, in words for readers" rows={4} required />
      <ConfirmByPassword purpose="to retract" />
      <div>
        <SubmitButton look="danger" busy="Retracting…">
          Retract version {version}
        </SubmitButton>
      </div>
    </Form>
  );
}
