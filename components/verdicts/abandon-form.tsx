import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";

type Props = { claimId: string; version: number; action: FormAction };

/** Takes an open correction back. Fields: claimId. */
export function AbandonForm({ claimId, version, action }: Props) {
  return (
    <Section id="abandon" title="Take it back">
      <p className="text-ink-2">
        If nothing needs correcting after all, version {version} stands as it is. What was changed meanwhile
        has to be put back first; you are told what differs.
      </p>
      <Form
        action={action}
        id="abandon-correction"
        done="taken back"
        shownAt="the claim"
        className="mt-3"
        label="Take the correction back"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <SubmitButton look="plain" busy="Taking it back…">
          Take the correction back
        </SubmitButton>
      </Form>
    </Section>
  );
}
