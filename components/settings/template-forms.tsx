import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import type { TemplateDto } from "@/lib/templates/dto";
import { placeholdersInWords } from "@/lib/templates/template";
import { kindOptions } from "./template-words";

type Props = { template?: TemplateDto; action: FormAction };

/** Fields: kind (of a new one); templateId and version (of one that is there); name, body. */
export function TemplateForm({ template, action }: Props) {
  return (
    <Form
      action={action}
      id={template ? "edit-template" : "add-template"}
      className="grid max-w-prose gap-3"
      label={template ? "The template" : "Add a template"}
      fieldNames={{ name: "Name", body: "Text" }}
      keep={`template:${template?.id ?? "new"}`}
    >
      {template ? (
        <>
          <input type="hidden" name="templateId" value={template.id} />
          <HiddenField name="version" value={template.version} />
        </>
      ) : (
        <SelectField name="kind" label="For" options={kindOptions} empty="Choose" required />
      )}
      <TextField
        name="name"
        label="Name"
        hint="What it is chosen by."
        defaultValue={template?.name}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextAreaField
        name="body"
        label="Text"
        hint={`${placeholdersInWords} are filled in where it is used. What is not known there stays in brackets, such as [claimant].`}
        defaultValue={template?.body}
        rows={8}
        serif
        required
      />
      <div>
        <SubmitButton look={template ? "primary" : "plain"} busy={template ? "Saving…" : "Adding…"}>
          {template ? "Save" : "Add it"}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Fields: templateId, version, isRetired. */
export function RetireTemplateForm({ template, action }: { template: TemplateDto; action: FormAction }) {
  const isRetiring = !template.isRetired;
  return (
    <Form
      action={action}
      id="retire-template"
      className="grid max-w-prose gap-3"
      label="Whether it is offered"
    >
      <input type="hidden" name="templateId" value={template.id} />
      <input type="hidden" name="isRetired" value={String(isRetiring)} />
      <HiddenField name="version" value={template.version} />
      <p className="text-ink-2">
        {isRetiring
          ? "Forms offer it no more. It stays here, and what was written with it stays as it is."
          : "It is retired: forms do not offer it."}
      </p>
      <div>
        <SubmitButton look="plain" busy={isRetiring ? "Retiring…" : "Bringing it back…"}>
          {isRetiring ? "Retire it" : "Bring it back"}
        </SubmitButton>
      </div>
    </Form>
  );
}
