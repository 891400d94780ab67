import Link from "next/link";
import type { AttributionDto } from "@/lib/articles/dto";
import { asRead, asReadField } from "@/lib/core/as-read";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

type Origin = Extract<AttributionDto["to"], { origin: unknown }>["origin"];
type Props = { origin: Origin; lineId: string; action?: FormAction | undefined };

/**
 * What whoever knew it first gains or loses by it, said by a person with where that is known from. What is noted of them
 * among people and organisations is offered, and printed only once a person takes it over here.
 */
export function OriginInterests({ origin, lineId, action }: Props) {
  const { interests, known = null } = origin;
  return (
    <div className="text-sm text-ink-2">
      {interests ? (
        <p>
          Interests: {interests.words} <span className="text-ink-3">({interests.source})</span>
        </p>
      ) : null}
      {known && known.words !== interests?.words ? (
        <p>
          Noted of <Link href={places.entity(known.entityId)}>{known.name}</Link>: {known.words}{" "}
          <span className="text-ink-3">
            ({known.source}){interests ? null : " · readers see it once it is noted here"}
          </span>
        </p>
      ) : null}
      {action ? (
        <Disclosure summary={interests ? "Change its interests" : "Note its interests"} quiet>
          <Form
            action={action}
            id={`interests-${lineId}`}
            className="grid max-w-md gap-2"
            fieldNames={{ interests: "Interests", source: "Where that is known from" }}
            keep={`interests:${origin.id}`}
          >
            <input type="hidden" name="originId" value={origin.id} />
            <HiddenField
              name={asReadField}
              value={asRead({ interests: interests?.words ?? null, source: interests?.source ?? null })}
            />
            <TextField
              name="interests"
              label={`Interests of ${origin.name}`}
              hint="Who pays, party to the matter, sells it. Readers see it; empty takes it back."
              optional
              defaultValue={interests?.words ?? known?.words}
            />
            <TextField
              name="source"
              label="Where that is known from"
              hint="An address, a register, a report."
              optional
              defaultValue={interests?.source ?? known?.source}
            />
            <div>
              <SubmitButton look="plain" small>
                Save
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
