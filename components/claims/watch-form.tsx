import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

type Props = { claimId: string; isWatching: boolean; action: FormAction };

/** Whether one hears of what happens on the claim, and the switch. */
export function WatchForm({ claimId, isWatching, action }: Props) {
  return (
    <Form action={action} id="watch">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="state" value={isWatching ? "muted" : "watching"} />
      <SubmitButton look="quiet" small>
        {isWatching ? "Stop watching" : "Watch"}
      </SubmitButton>
    </Form>
  );
}
