import type { GateDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  claimId: string;
  gate: GateDto;
  next: { version: number; ratingLabel: string | null };
  signOff: FormAction;
  asksSelfSignedReason?: boolean;
};

/** Overrides with their public reasons, the password, and the one button. */
export function SignOffForm({ claimId, gate, next, signOff, asksSelfSignedReason }: Props) {
  const open = new Map(gate.issues.filter((issue) => issue.overridable).map((issue) => [issue.code, issue]));
  const codes = [...open.keys()];
  return (
    <Form action={signOff} id="sign-off" className="mt-5 grid gap-4 border-t pt-4" label="Sign">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revisionHash" value={gate.revision.hash} />
      {codes.length > 0 ? (
        <fieldset className="grid gap-3">
          <legend className="mb-1 text-sm font-semibold">Open lines you can override</legend>
          <p className="text-sm text-ink-2">Your reason is printed on the page.</p>
          {codes.map((code) => (
            <div key={code} className="grid gap-2 border-t pt-2">
              <CheckField
                name={`override.${code}`}
                label={
                  <>
                    Publish although:{" "}
                    {gate.issues
                      .filter((issue) => issue.code === code)
                      .map((issue) => issue.message)
                      .join(" ")}
                  </>
                }
              />
              <TextAreaField
                name={`reason.${code}`}
                label="Reason, which readers see"
                rows={2}
                className="pl-6"
              />
            </div>
          ))}
        </fieldset>
      ) : null}
      {asksSelfSignedReason ? (
        <TextAreaField
          name="selfSignedReason"
          label="Why you sign what you wrote"
          hint="Printed on the page. This newsroom allows one person to do both."
          rows={2}
          required
        />
      ) : null}
      <ConfirmByPassword purpose="to publish" />
      <SubmitButton busy="Publishing…">
        Publish version {next.version}
        {next.ratingLabel ? ` as ${next.ratingLabel}` : ""}
      </SubmitButton>
    </Form>
  );
}
