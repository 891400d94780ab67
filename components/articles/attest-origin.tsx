import type { AttributionDto } from "@/lib/articles/dto";
import { asRead, asReadField } from "@/lib/core/as-read";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

type Origin = Extract<AttributionDto["to"], { origin: unknown }>["origin"];
type Props = { origin: Origin; lineId: string; action?: FormAction | undefined };

/** Unnamed sources that only a relay knows count once together, until an editor says how they know that one is separate. */
export function AttestOrigin({ origin, lineId, action }: Props) {
  const { attested } = origin;
  if (attested) {
    return (
      <div className="text-sm text-ink-2">
        <p>An editor attests that it is a separate source: {attested.reason}</p>
        {action ? (
          <Form action={action} id={`attest-${lineId}`} className="mt-1">
            <input type="hidden" name="originId" value={origin.id} />
            <input type="hidden" name={asReadField} value={asRead({ reason: attested.reason })} />
            <SubmitButton look="quiet" small>
              Take the attestation back
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    );
  }
  return (
    <div className="text-sm text-ink-3">
      <p>Unnamed and known only to the relay: all such sources count once together.</p>
      {action ? (
        <Disclosure summary="Attest that it is a separate source">
          <Form action={action} id={`attest-${lineId}`} className="grid max-w-md gap-2">
            <input type="hidden" name="originId" value={origin.id} />
            <input type="hidden" name={asReadField} value={asRead({ reason: null })} />
            <TextField
              name="reason"
              label="How you know"
              hint="The log keeps it. You become an author of each claim that leads here."
              required
            />
            <div>
              <SubmitButton look="plain" small>
                Attest it
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
