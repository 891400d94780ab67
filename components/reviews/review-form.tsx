import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import { marks } from "@/lib/claims/vocabulary";
import { isOffScale, type Rating } from "@/lib/settings/ratings";
import { markWords } from "@/lib/claims/vocabulary-words";
import { stanceWords } from "@/components/evidence/stance-words";
import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { CheckField, CheckGroup } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  claim: ClaimDto;
  ratings: readonly Rating[];
  /** Fields: claimId, mark, rating, rationale, evidenceIds (repeated), basisHash. */
  action: FormAction;
  /** Fields: claimId, basisHash. */
  reaffirm?: FormAction;
  mine: ReviewDto | null;
};

/**
 * One person's review. The three marks are three equal buttons, and pressing one sends it. Whoever gave theirs finds the
 * form folded, in one place whether or not theirs is outdated: what is typed and answered stays when that changes.
 */
export function ReviewForm({ claim, ratings, action, reaffirm, mine }: Props) {
  const fields = <Fields claim={claim} ratings={ratings} action={action} mine={mine} />;
  if (!mine) return fields;
  return (
    <>
      {mine.outdated ? <Reaffirm claim={claim} ratings={ratings} action={reaffirm} mine={mine} /> : null}
      <Disclosure summary="Review again" open={mine.outdated}>
        {fields}
      </Disclosure>
    </>
  );
}

type ReaffirmProps = Pick<Props, "claim" | "ratings"> & { action: FormAction | undefined; mine: ReviewDto };

/** The same review, for what the claim and its evidence are now: one press. */
function Reaffirm({ claim, ratings, action, mine }: ReaffirmProps) {
  const changed = "Claim or evidence changed since your review.";
  if (isOffScale(mine.rating, ratings))
    return (
      <p className="mt-2 rounded-md border p-3">
        {changed} The rating that you proposed is no longer on the scale: review again, with another or with
        none.
      </p>
    );
  if (!action) return null;
  return (
    // Nothing that is printed changes by it, so it cancels nothing.
    <AsksFirst besides={null}>
      <Form
        action={action}
        id="reaffirm"
        className="mt-2 flex flex-wrap items-center gap-3 rounded-md border p-3"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <HiddenField name="basisHash" value={claim.basisHash} />
        <p className="min-w-48 flex-1">
          {changed} Does “{markWords[mine.mark]}” still hold? What you wrote then stays as it is.
        </p>
        <SubmitButton look="plain">It still holds</SubmitButton>
      </Form>
    </AsksFirst>
  );
}

function Fields({ claim, ratings, action, mine }: Omit<Props, "reaffirm">) {
  const seesOthers =
    !("hidden" in claim.reviews) && claim.reviews.some(({ reviewer }) => reviewer.id !== mine?.reviewer.id);
  return (
    <Form
      action={action}
      id="review-form"
      className="mt-2 grid gap-3"
      label="Your review"
      keep={`review:${claim.id}`}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <HiddenField name="basisHash" value={claim.basisHash} />
      <TextAreaField
        name="rationale"
        label="What you found, and why"
        defaultValue={mine?.rationale}
        rows={4}
        required
      />
      {claim.evidence.length > 0 ? (
        <CheckGroup name="evidenceIds" legend="What you relied on">
          {claim.evidence.map((item, index) => (
            <CheckField
              key={item.id}
              name="evidenceIds"
              value={item.id}
              defaultChecked={mine?.evidenceIds.includes(item.id)}
              label={
                <span className="line-clamp-2">
                  {index + 1}. {stanceWords[item.stance]}:{" "}
                  <span className="font-serif">
                    {"exact" in item.quote ? item.quote.exact : item.quote.description}
                  </span>
                </span>
              }
            />
          ))}
        </CheckGroup>
      ) : null}
      <SelectField
        name="rating"
        label="The rating you propose"
        optional
        empty="None"
        defaultValue={mine?.rating}
        options={ratings.map((rating) => ({
          value: rating.code,
          label: `${rating.label}: ${rating.meaning}`,
        }))}
      />
      <fieldset>
        <legend className="mb-1 font-medium">Your mark</legend>
        <p className="mb-2 text-sm text-ink-3">
          {claim.scheduled
            ? "Pressing one gives your review and cancels the scheduled publication: an editor has to sign again."
            : "Pressing one gives your review. You can review again later."}
          {seesOthers ? " Readers are told that you gave it having seen other reviews." : null}
        </p>
        <div className="grid grid-cols-3 gap-2">
          {marks.map((mark) => (
            <SubmitButton key={mark} name="mark" value={mark} look="plain" busy="Giving…" className="px-1">
              {markWords[mark]}
            </SubmitButton>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
