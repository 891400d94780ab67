import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import { agreement } from "@/lib/reviews/agreement";
import type { Rating } from "@/lib/settings/ratings";
import { markWords } from "@/lib/claims/vocabulary-words";
import { LongText } from "@/components/ui/long-text";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  claim: Pick<ClaimDto, "id" | "verdict">;
  reviews: readonly ReviewDto[];
  ratings: readonly Rating[];
  /** claimId, version, rating, reconciliation. Left out where nothing may be written. */
  settle?: FormAction;
};

/** Whether the reviews agree; where they do not, how that was settled and why. Marks stay what they were. */
export function Reconciliation({ claim, reviews, ratings, settle }: Props) {
  const { agrees } = agreement(reviews);
  if (reviews.length < 2 || "hidden" in claim.verdict) return null;
  const { reconciliation, rating } = claim.verdict;
  if (agrees)
    return (
      <p className="my-1.5 text-sm text-ink-2">
        {reviews.length === 2 ? "Both" : `All ${reviews.length}`} agree: {markWords[reviews[0]!.mark]}.
      </p>
    );
  const isSettled = reconciliation.trim() !== "";
  const form = settle ? (
    <SettleForm claim={claim} verdict={claim.verdict} ratings={ratings} settle={settle} />
  ) : null;
  return (
    <section
      id="reconcile"
      aria-labelledby="reconcile-title"
      className="my-2 scroll-mt-16 rounded-md border p-3"
    >
      <h3 id="reconcile-title" className="text-sm font-semibold">
        {isSettled ? "They differed, and settled it" : "They differ"}
      </h3>
      <p className="text-sm text-ink-2">{differenceWords(reviews, ratings)}</p>
      {isSettled ? (
        <div className="mt-1">
          {rating ? <RatingTag code={rating} ratings={ratings} /> : "No rating yet"}
          <LongText text={reconciliation} className="whitespace-pre-wrap wrap-anywhere">
            {reconciliation}
          </LongText>
        </div>
      ) : (
        <p className="mt-1 text-sm text-ink-2">
          Read both, talk, and write down what you came to and why. Whoever writes it becomes an author.
        </p>
      )}
      {isSettled && form ? <Disclosure summary="Change how it was settled">{form}</Disclosure> : form}
    </section>
  );
}

function differenceWords(reviews: readonly ReviewDto[], ratings: readonly Rating[]): string {
  const { marks, ratings: proposed } = agreement(reviews);
  const labels = proposed.map((code) => ratings.find((one) => one.code === code)?.label ?? code);
  if (marks.length > 1) return `Marks: ${marks.map((mark) => markWords[mark]).join(" and ")}.`;
  return `The same mark, ${markWords[marks[0]!]}, and other ratings: ${labels.join(" and ")}.`;
}

type FormProps = {
  claim: Pick<ClaimDto, "id">;
  verdict: Exclude<ClaimDto["verdict"], { hidden: true }>;
  ratings: readonly Rating[];
  settle: FormAction;
};

function SettleForm({ claim, verdict, ratings, settle }: FormProps) {
  return (
    <Form
      action={settle}
      id="reconcile-form"
      className="mt-2 grid gap-3"
      label="How it was settled"
      fieldNames={{ rating: "What you came to", reconciliation: "Why" }}
      valueNames={{ rating: Object.fromEntries(ratings.map(({ code, label }) => [code, label])) }}
      keep={`reconcile:${claim.id}`}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <HiddenField name="version" value={verdict.version} />
      <SelectField
        name="rating"
        label="What you came to"
        required
        empty="Choose"
        defaultValue={verdict.rating}
        options={ratings.map(({ code, label, meaning }) => ({ value: code, label: `${label}: ${meaning}` }))}
      />
      <TextAreaField
        name="reconciliation"
        label="Why"
        hint="Readers see it under “Where the checkers differed”."
        required
        rows={3}
        defaultValue={verdict.reconciliation}
      />
      <div>
        <SubmitButton look="plain">Settle it</SubmitButton>
      </div>
    </Form>
  );
}
