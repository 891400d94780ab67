import Link from "next/link";
import type { EntityDto, EntityLinkDto } from "@/lib/entities/dto";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";

const kindOptions = [
  { value: "organisation", label: "organisation" },
  { value: "person", label: "person" },
];
const linkOptions = [
  { value: "same-as", label: "is the same as" },
  { value: "part-of", label: "is part of" },
];

const fieldNames = {
  name: "Name",
  kind: "Kind",
  otherNames: "Other names",
  interests: "Interests",
  interestsSource: "Where the interests are known from",
};

type FieldsProps = { entity?: EntityDto; action: FormAction };

/** Fields: entityId and version (of one that is there), name, kind, otherNames (one a line), interests, interestsSource. */
export function EntityForm({ entity, action }: FieldsProps) {
  return (
    <Form
      action={action}
      id="edit-entity"
      keep={`entity:${entity?.id ?? "new"}`}
      className="grid max-w-md gap-3"
      label="Person or organisation"
      fieldNames={fieldNames}
    >
      {entity ? (
        <>
          <input type="hidden" name="entityId" value={entity.id} />
          <HiddenField name="version" value={entity.version} />
        </>
      ) : null}
      <TextField name="name" label={fieldNames.name} defaultValue={entity?.name} required />
      <SelectField
        name="kind"
        label={fieldNames.kind}
        options={kindOptions}
        defaultValue={entity?.kind ?? "organisation"}
      />
      <TextAreaField
        name="otherNames"
        label={fieldNames.otherNames}
        optional
        hint="One a line. Others that bear one of them are suggested to be the same."
        defaultValue={entity?.otherNames.join("\n")}
        rows={3}
      />
      <TextField
        name="interests"
        label={fieldNames.interests}
        optional
        hint="Who pays, party to what, sells what. The desk sees it wherever this one is a source."
        defaultValue={entity?.interests?.words}
      />
      <TextField
        name="interestsSource"
        label={fieldNames.interestsSource}
        optional
        hint="An address, a register, a report."
        defaultValue={entity?.interests?.source}
      />
      <div>
        <SubmitButton look={entity ? "primary" : "plain"}>{entity ? "Save" : "Add"}</SubmitButton>
      </div>
    </Form>
  );
}

type LinksProps = {
  entity: EntityDto;
  /** linkId, status. */
  decide?: FormAction | undefined;
  /** entityId, kind, to. */
  add?: FormAction | undefined;
};

/** Who is the same as, or part of, whom: suggested by names, decided by people. */
export function EntityLinks({ entity, decide, add }: LinksProps) {
  return (
    <Section id="links" title="The same as, part of">
      <ul>
        {entity.links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-2 border-t py-2">
            <p className="min-w-0 flex-1 basis-56">
              {linkWords(link)} <Link href={places.entity(link.other.id)}>{link.other.name}</Link>
              <span className="text-ink-3"> · {link.status}</span>
              {link.reason ? <span className="block text-sm text-ink-3">{link.reason}</span> : null}
            </p>
            {decide ? <DecideLink link={link} action={decide} /> : null}
          </li>
        ))}
      </ul>
      {entity.links.length === 0 ? <p className="text-ink-2">Nothing is known.</p> : null}
      {add ? (
        <Form action={add} id="add-entity-link" className="mt-3 grid max-w-md gap-3" label="Say it by hand">
          <input type="hidden" name="entityId" value={entity.id} />
          <SelectField name="kind" label={`${entity.name} …`} options={linkOptions} />
          <TextField name="to" label="Which" hint="The name; one that is not there yet is added." required />
          <div>
            <SubmitButton look="plain" busy="Adding…">
              Add and confirm
            </SubmitButton>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

function DecideLink({ link, action }: { link: EntityLinkDto; action: FormAction }) {
  return (
    <Form action={action} id={`link-${link.id}`} className="flex gap-2">
      <input type="hidden" name="linkId" value={link.id} />
      <input type="hidden" name="wasStatus" value={link.status} />
      {link.status === "confirmed" ? null : (
        <SubmitButton look="plain" small name="status" value="confirmed">
          Confirm
        </SubmitButton>
      )}
      {link.status === "rejected" ? null : (
        <SubmitButton look="plain" small name="status" value="rejected">
          Reject
        </SubmitButton>
      )}
    </Form>
  );
}

function linkWords({ kind, isFrom }: EntityLinkDto): string {
  if (kind === "same-as") return "The same as";
  return isFrom ? "Part of" : "It has as a part";
}
