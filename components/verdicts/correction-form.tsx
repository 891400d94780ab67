import type { CorrectionClass } from "@/lib/claims/dossier";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { UseTemplate } from "@/components/templates/use-template";
import { asRead, asReadField } from "@/lib/core/as-read";
import { correctionClassWords } from "@/lib/publications/choice-words";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";

const hints: Record<CorrectionClass, string> = {
  typo: "nothing it says changes: tell readers which word was misspelt",
  clarification: "the same meaning, said more clearly: tell them what could be misread",
  update: "new facts have come in; nothing was wrong: tell them what is new",
  correction: "we had something wrong: tell them what was wrong, and what is right",
  "verdict-change": "the rating or the finding becomes another one: tell them from what to what, and why",
};

const classes = (Object.keys(hints) as CorrectionClass[]).map((value) => ({
  value,
  label: correctionClassWords[value],
  hint: hints[value],
}));

type Props = {
  claimId: string;
  version: number;
  /** The correction that is open, when this changes what it is called. */
  open?: { class: CorrectionClass; reason: string };
  action: FormAction;
  templates?: OfferedTemplates;
};

/**
 * Opens a correction, or changes what the open one is called; the published version stands until the next one is signed.
 * Fields: claimId, class, reason; asRead of an open one.
 */
export function CorrectionForm({ claimId, version, open, action, templates }: Props) {
  const reason = fieldToBegin("correction", open?.reason, templates);
  const label = open ? "Change the correction" : "Open a correction";
  return (
    <Form
      action={action}
      id="correction"
      done={open ? "saved" : "opened"}
      shownAt="the claim"
      className="grid gap-4"
      label={label}
      fieldNames={{ class: "What kind of change", reason: "What readers are told" }}
      valueNames={{ class: correctionClassWords }}
      keep={`correction:${claimId}`}
    >
      {open ? (
        <HiddenField name={asReadField} value={asRead({ class: open.class, reason: open.reason })} />
      ) : null}
      <input type="hidden" name="claimId" value={claimId} />
      <RadioField
        name="class"
        legend="What kind of change"
        hint="A changed figure, name, quotation, date, rating or finding is never a typing error or a clarification."
        options={classes}
        defaultValue={open?.class}
        required
      />
      <UseTemplate field="reason" kind="correction" offered={templates} said={reason.said} />
      <TextAreaField
        name="reason"
        label="What readers are told"
        hint="A correction may read: “We wrote $34M; the source says at least $34M.”"
        defaultValue={reason.value}
        required
      />
      <p className="text-ink-2">Version {version} stays public until an editor signs the next one.</p>
      <div>
        {open ? (
          <SubmitButton busy="Saving…">Save kind and words</SubmitButton>
        ) : (
          <SubmitButton busy="Opening…">Open the correction</SubmitButton>
        )}
      </div>
    </Form>
  );
}
