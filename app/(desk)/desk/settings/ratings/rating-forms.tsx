import { SubmitButton } from "@/components/ui/button";
import { CheckField, CheckGroup } from "@/components/ui/choice";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { markWords } from "@/lib/claims/vocabulary-words";
import { SelectField } from "@/components/ui/select";
import { marks } from "@/lib/claims/vocabulary";
import type { Rating } from "@/lib/settings/ratings";

type AddProps = { version: number; action: FormAction };

/** Fields: identifier (a code), label, meaning, number, marks (repeated), version. */
export function AddRatingForm({ version, action }: AddProps) {
  return (
    <Form
      action={action}
      id="add"
      done="added"
      shownAt="this page"
      className="grid max-w-md gap-3"
      label="Add a rating"
    >
      <HiddenField name="version" value={version} />
      <TextField name="label" label="Word" required />
      <TextField
        name="meaning"
        label="Meaning"
        hint="It stands after the word and begins with a small letter: “the evidence shows it is right”."
        required
      />
      <TextField
        name="identifier"
        label="Code"
        hint="For machines, such as no-evidence. It never changes."
        pattern="[a-z][a-z0-9\-]*"
        autoComplete="off"
        required
      />
      <TextField
        name="number"
        type="number"
        min={1}
        max={5}
        label="Number"
        optional
        hint="5 is right, 1 is wrong; none for a rating off that line."
      />
      <CheckGroup needsOne name="marks" legend="Marks that fit without a reconciliation">
        {marks.map((mark) => (
          <CheckField key={mark} name="marks" value={mark} label={markWords[mark]} />
        ))}
      </CheckGroup>
      <div>
        <SubmitButton look="plain" busy="Adding…">
          Add the rating
        </SubmitButton>
      </div>
    </Form>
  );
}

type RemoveProps = { ratings: readonly Rating[]; version: number; action: FormAction };

/** Fields: identifier (a code), version. */
export function RemoveRatingForm({ ratings, version, action }: RemoveProps) {
  const options = ratings.map(({ code, label }) => ({ value: code, label }));
  return (
    <Form
      action={action}
      id="remove"
      done="removed"
      shownAt="this page"
      className="grid max-w-md gap-3"
      label="Remove a rating"
    >
      <HiddenField name="version" value={version} />
      <SelectField
        name="identifier"
        label="Rating"
        hint="Only one that no verdict uses can go."
        options={options}
        empty="Choose"
        required
      />
      <div>
        <SubmitButton look="plain" busy="Removing…">
          Remove the rating
        </SubmitButton>
      </div>
    </Form>
  );
}
