import { stanceOptions } from "@/components/evidence/stance-words";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  articleId: string;
  captureId: string;
  claim: { id: string; text: string } | null;
  claims?: { id: string; text: string }[];
  logEvidence: FormAction;
};

/** Evidence without a mouse and without scripts: paste the words, say what they do. */
export function QuoteForm({ articleId, captureId, claim, claims = [], logEvidence }: Props) {
  return (
    <Form
      action={logEvidence}
      id="paste-words"
      done="logged"
      shownAt="the claim"
      keep={`paste-words:${articleId}:${claim?.id ?? ""}`}
      className="grid max-w-[36em] gap-3"
    >
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="captureId" value={captureId} />
      {claim ? (
        <input type="hidden" name="claimId" value={claim.id} />
      ) : (
        <SelectField
          name="claimId"
          label="Claim"
          required
          options={claims.map(({ id, text }) => ({ value: id, label: text }))}
        />
      )}
      <TextAreaField
        name="exact"
        label="Paste the words"
        hint="Exactly as they stand in this article. We look for them in the capture."
        serif
        required
      />
      <SelectField name="stance" label="These words" empty="Choose" options={stanceOptions} required />
      <TextAreaField name="shows" label="What it shows" optional rows={2} />
      <div>
        <SubmitButton look="plain" busy="Looking for the words…">
          Log as evidence
        </SubmitButton>
      </div>
    </Form>
  );
}
