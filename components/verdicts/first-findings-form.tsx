import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TimeField } from "@/components/ui/time-field";
import type { ClaimDto } from "@/lib/claims/dto";

type Props = {
  claim: Pick<ClaimDto, "id" | "version" | "provisional" | "nextUpdateAt">;
  /** Fields: claimId, version, provisional, nextUpdateAt (a `TimeField`). */
  action: FormAction;
};

/** For what cannot wait: published while replies are still out, never as Confirmed or Disputed. */
export function FirstFindingsForm({ claim, action }: Props) {
  return (
    <Form
      action={action}
      id="first-findings"
      className="grid gap-3 border-t pt-4"
      label="First findings"
      fieldNames={{ provisional: "First findings", nextUpdateAt: "Next update" }}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <HiddenField name="version" value={claim.version} />
      <CheckField
        name="provisional"
        label="Publish as first findings"
        hint="Searches and replies may still be open. The rating cannot be Confirmed or Disputed, and the page says that there is more to come."
        defaultChecked={claim.provisional}
      />
      <TimeField
        name="nextUpdateAt"
        label="Next update by"
        optional
        hint="Readers see it."
        stored={claim.nextUpdateAt}
      />
      <noscript>
        <p className="text-sm text-ink-2">Save the draft above first: this reloads the page.</p>
      </noscript>
      <div>
        <SubmitButton look="plain">Save this</SubmitButton>
      </div>
    </Form>
  );
}
