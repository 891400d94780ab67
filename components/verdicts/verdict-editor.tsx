import type { ReactNode } from "react";
import type { VerdictDto } from "@/lib/claims/dto";
import type { Rating } from "@/lib/settings/ratings";
import { RadioField } from "@/components/ui/choice";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { UseTemplate } from "@/components/templates/use-template";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import { AutosaveLine } from "./autosave-line";
import type { Citable } from "./cite-label";
import { RatingTag } from "./rating-tag";
import { WriteUpField } from "./write-up-field";

type Props = {
  claimId: string;
  verdict: VerdictDto;
  ratings: readonly Rating[];
  citable: readonly Citable[];
  /**
   * Fields: claimId, version, rating, finding, summary.0 to summary.2, writeUp, reconciliation, notEstablished,
   * notInThisCheck. After saving it answers `values.version`; on a conflict `conflict` and the version to save over.
   */
  save: FormAction;
  /** The same, without a redirect; left out, nothing is saved by itself. */
  autosave?: FormAction;
  /** Says who else is writing at the draft. */
  writing?: ReactNode;
  templates?: OfferedTemplates;
};

const verdictFieldNames: Record<Exclude<keyof VerdictDto, "version">, string> = {
  rating: "Rating",
  finding: "Finding",
  summary: "In short",
  writeUp: "Write-up",
  reconciliation: "Why the marks differ",
  notEstablished: "What we could not establish",
  notInThisCheck: "What is not part of this check",
  asOf: "True as of",
};

/** What the newsroom calls its ratings, by code. */
const labelsOf = (ratings: readonly Pick<Rating, "code" | "label">[]): Record<string, string> =>
  Object.fromEntries(ratings.map(({ code, label }) => [code, label]));

/** The draft of a verdict. It saves itself; the button works without scripts. */
export function VerdictEditor(props: Props) {
  const { claimId, verdict, ratings, citable, save, autosave, writing, templates } = props;
  const valueNames = { rating: labelsOf(ratings) };
  const writeUp = fieldToBegin("write-up", verdict.writeUp, templates);
  return (
    <Form
      action={save}
      id="verdict-form"
      className="grid gap-5"
      label="Draft of the verdict"
      fieldNames={verdictFieldNames}
      valueNames={valueNames}
      keep={`verdict:${claimId}`}
      savesItself={autosave !== undefined}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <HiddenField name="version" value={verdict.version} />
      {/* What saved itself is taken back with the rest: from what the page showed. */}
      <HiddenField name="since" value={verdict.version} />
      {writing}
      <RadioField
        name="rating"
        legend="Rating"
        defaultValue={verdict.rating}
        options={[
          { value: "", label: "None yet" },
          ...ratings.map((rating) => ({
            value: rating.code,
            label: <RatingTag code={rating.code} ratings={ratings} />,
            hint: rating.meaning,
          })),
        ]}
      />
      <TextAreaField
        name="finding"
        label="Finding"
        hint="One sentence that states what is true. It is the headline readers see."
        defaultValue={verdict.finding}
        rows={2}
        countTo={160}
        serif
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium">In short, up to three points</legend>
        {[0, 1, 2].map((index) => (
          <TextAreaField
            key={index}
            name={`summary.${index}`}
            label={`Point ${index + 1}`}
            hideLabel
            placeholder={`Point ${index + 1}`}
            defaultValue={verdict.summary[index]}
            rows={2}
          />
        ))}
      </fieldset>
      <div className="grid gap-1">
        <UseTemplate field="writeUp" kind="write-up" offered={templates} said={writeUp.said} />
        <WriteUpField defaultValue={writeUp.value} citable={citable} />
      </div>
      <TextAreaField
        name="reconciliation"
        label={verdictFieldNames.reconciliation}
        optional
        hint="Needed when a mark does not fit the rating. Readers see it."
        defaultValue={verdict.reconciliation}
      />
      <TextAreaField
        name="notEstablished"
        label={verdictFieldNames.notEstablished}
        optional
        defaultValue={verdict.notEstablished}
      />
      <TextAreaField
        name="notInThisCheck"
        label={verdictFieldNames.notInThisCheck}
        optional
        defaultValue={verdict.notInThisCheck}
      />
      <TextField
        name="asOf"
        type="date"
        label={verdictFieldNames.asOf}
        optional
        hint="The day up to which the finding speaks, where time may change it. Readers see it, and the next look counts from it."
        defaultValue={verdict.asOf}
      />
      <AutosaveLine
        save={autosave}
        fieldNames={verdictFieldNames}
        valueNames={valueNames}
        citable={citable.map(({ id }) => id)}
      />
    </Form>
  );
}
