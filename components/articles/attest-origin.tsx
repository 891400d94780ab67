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
  return (
    <div className={`text-sm ${attested ? "text-ink-2" : "text-ink-3"}`}>
      <p>
        {attested
          ? `An editor attests that it is a separate source: ${attested.reason}`
          : "Unnamed and known only to the relay: all such sources count once together."}
      </p>
      {action ? (
        // One form for both: what it answered stays in sight where another editor was faster.
        <Form action={action} id={`attest-${lineId}`}>
          <input type="hidden" name="originId" value={origin.id} />
          <input type="hidden" name={asReadField} value={asRead({ reason: attested?.reason ?? null })} />
          {attested ? (
            <div className="mt-1">
              <SubmitButton look="quiet" small>
                Take the attestation back
              </SubmitButton>
            </div>
          ) : (
            <Reason />
          )}
        </Form>
      ) : null}
    </div>
  );
}

function Reason() {
  return (
    <Disclosure summary="Attest that it is a separate source">
      <div className="grid max-w-md gap-2">
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
      </div>
    </Disclosure>
  );
}
