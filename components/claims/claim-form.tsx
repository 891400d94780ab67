import type { ReactNode } from "react";
import type { ClaimDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { DateField } from "@/components/ui/date-field";
import { TimeField } from "@/components/ui/time-field";
import { importanceWords, kindWords } from "@/lib/claims/vocabulary-words";
import { importanceOptions, kindOptions } from "./claim-words";

export type ClaimFormValues = Partial<
  Pick<
    ClaimDto,
    | "text"
    | "verbatim"
    | "kind"
    | "claimant"
    | "saidAt"
    | "place"
    | "topics"
    | "why"
    | "importance"
    | "deadlineAt"
    | "reach"
  >
>;

type Props = {
  /**
   * Fields: text, verbatim, kind, claimant, saidAt, place, topics (comma-separated), why, importance, reach, deadlineAt
   * (a `TimeField`), and claimId and version when editing, parentId for a part, tipId from a tip.
   */
  action: FormAction;
  /** The claim being edited. */
  edits?: { id: string; version: number };
  values?: ClaimFormValues;
  hidden?: Record<string, string>;
  topics?: string[];
  /** Who else is writing here. */
  writing?: ReactNode;
};

const fieldNames = {
  text: "What we check",
  verbatim: "Words as published",
  kind: "Kind",
  claimant: "Who says it",
  saidAt: "When",
  place: "Where",
  topics: "Topics",
  why: "Why we check it",
  importance: "Importance",
  deadlineAt: "Deadline",
  reach: "Reach",
};

/** A claim: the wording we check, and apart from it the words as published. */
export function ClaimForm({ action, edits, values = {}, hidden = {}, topics = [], writing }: Props) {
  return (
    <Form
      action={action}
      id="claim-form"
      done={edits ? "saved" : "added"}
      shownAt={edits ? "the claim" : "the queue"}
      className="grid gap-4"
      label={edits ? "Edit the claim" : "New claim"}
      fieldNames={fieldNames}
      valueNames={{ kind: kindWords, importance: importanceWords }}
      keep={edits ? `claim:${edits.id}` : `new-claim:${Object.values(hidden).join(":")}`}
    >
      {edits ? (
        <>
          <input type="hidden" name="claimId" value={edits.id} />
          <HiddenField name="version" value={edits.version} />
        </>
      ) : null}
      {writing}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField
        name="text"
        label={fieldNames.text}
        hint="One sentence that can be right or wrong, with its figures, names and dates."
        defaultValue={values.text}
        rows={2}
        countTo={200}
        required
      />
      <TextAreaField
        name="verbatim"
        label={fieldNames.verbatim}
        optional
        hint="Exactly as it was said or written."
        defaultValue={values.verbatim}
        serif
        rows={2}
      />
      <div className="grid gap-4 tabs:grid-cols-2">
        <SelectField
          name="kind"
          label={fieldNames.kind}
          options={kindOptions}
          defaultValue={values.kind ?? "so"}
        />
        <TextField name="claimant" label={fieldNames.claimant} optional defaultValue={values.claimant} />
        <DateField name="saidAt" label={fieldNames.saidAt} optional stored={values.saidAt} isPartial />
        <TextField
          name="place"
          label={fieldNames.place}
          optional
          hint="Programme, site, town"
          defaultValue={values.place}
        />
      </div>
      <TextField
        name="topics"
        label={fieldNames.topics}
        optional
        hint="Separated by commas"
        defaultValue={values.topics?.join(", ")}
        list={topics.length > 0 ? "claim-topics" : undefined}
      />
      {topics.length > 0 ? (
        <datalist id="claim-topics">
          {topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
      ) : null}
      <TextAreaField
        name="why"
        label={fieldNames.why}
        optional
        hint="Readers see this."
        defaultValue={values.why}
        rows={2}
      />
      <div className="grid gap-4 tabs:grid-cols-2">
        <SelectField
          name="importance"
          label="Importance"
          options={importanceOptions}
          defaultValue={String(values.importance ?? 2)}
        />
        <TimeField
          name="deadlineAt"
          label={fieldNames.deadlineAt}
          hint="By when it is to be checked, with a time. “Needs you” goes by it, and lists say when it has passed."
          optional
          stored={values.deadlineAt}
        />
        <TextField
          name="reach"
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          label="Reach"
          optional
          hint="About how many people saw or heard it. For the desk only."
          defaultValue={
            values.reach === null || values.reach === undefined ? undefined : String(values.reach)
          }
        />
      </div>
      <div>
        <SubmitButton>{edits ? "Save the claim" : "Add the claim"}</SubmitButton>
      </div>
    </Form>
  );
}
