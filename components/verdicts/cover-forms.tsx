import type { ReactNode } from "react";
import { asRead } from "@/lib/core/as-read";
import { coverGiven, coverReadField } from "@/lib/verdicts/given-cover";
import type { CheckedSentence } from "@/lib/verdicts/draft-check";
import { quoteLabel } from "@/components/disagreements/quote-label";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { SelectField } from "@/components/ui/select";
import type { CitedEvidence } from "./cited-evidence";
import { keyOf } from "./draft-check-words";

type Props = {
  claimId: string;
  sentence: CheckedSentence;
  evidence: readonly CitedEvidence[];
  cover: FormAction;
  /** See `DraftCheckView`. */
  writing?: ReactNode;
};

/** What can be said of a sentence: it rests on evidence, it is background, or neither any more. */
export function CoverForms({ claimId, sentence, evidence, cover, writing }: Props) {
  const { cover: on, field, index, text } = sentence;
  const key = keyOf(sentence);
  const own = on.kind === "evidence" && on.from === null ? on.evidenceIds : [];
  const options = evidence
    .map((item, at) => ({
      value: item.id,
      label: quoteLabel({
        number: at + 1,
        name: item.source ?? "an article",
        words: item.words,
      }),
    }))
    .filter(({ value }) => !own.includes(value));
  const place = (
    <>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="index" value={index} />
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name={coverReadField} value={asRead(coverGiven(sentence))} />
    </>
  );
  return (
    <OneAtATime>
      <div className="grid gap-2" data-written-in>
        {writing}
        {options.length > 0 ? (
          <Form
            action={cover}
            id={`cite-${key}`}
            label="Cite evidence"
            className="flex flex-wrap items-end gap-2"
          >
            {place}
            <input type="hidden" name="cited" value={own.join(" ")} />
            <SelectField
              name="evidenceIds"
              label="Evidence"
              hideLabel
              empty="Choose evidence"
              options={options}
              required
              className="min-w-0 flex-1 basis-56"
            />
            <SubmitButton look="plain">{own.length > 0 ? "Cite it too" : "Cite it"}</SubmitButton>
          </Form>
        ) : null}
        {on.kind === "background" && on.byRule ? null : (
          <Form
            action={cover}
            id={`background-${key}`}
            keep={`background:${claimId}:${field}:${index}`}
            label="Mark as background"
            className="flex flex-wrap items-end gap-2"
          >
            {place}
            <input type="hidden" name="as" value="background" />
            <TextField
              name="reason"
              label="Why it is background"
              hideLabel
              placeholder="Background, because …"
              required
              maxLength={600}
              className="min-w-0 flex-1 basis-56"
            />
            <SubmitButton look="plain">
              {on.kind === "background" ? "Give this reason" : "Background"}
            </SubmitButton>
          </Form>
        )}
        {own.length > 0 || (on.kind === "background" && !on.byRule) ? (
          <Form action={cover} id={`open-${key}`} label="Take the mark away">
            {place}
            <SubmitButton look="quiet" small>
              {own.length > 0 ? "It cites nothing" : "It is no background"}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </OneAtATime>
  );
}
