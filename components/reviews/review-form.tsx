import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import { marks } from "@/lib/claims/vocabulary";
import type { Rating } from "@/lib/settings/ratings";
import { markWords } from "@/lib/claims/vocabulary-words";
import { stanceWords } from "@/components/evidence/stance-words";
import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  claim: ClaimDto;
  ratings: readonly Rating[];
  /** Fields: claimId, mark, rating, rationale, evidenceIds (repeated). */
  action: FormAction;
  mine: ReviewDto | null;
};

/** One person's review. The three marks are three equal buttons, and pressing one sends it. */
export function ReviewForm({ claim, ratings, action, mine }: Props) {
  if (mine && !mine.outdated) {
    return (
      <Disclosure summary="Review again">
        <Fields claim={claim} ratings={ratings} action={action} mine={mine} />
      </Disclosure>
    );
  }
  return (
    <>
      {mine ? <Reaffirm claim={claim} action={action} mine={mine} /> : null}
      <Fields claim={claim} ratings={ratings} action={action} mine={mine} />
    </>
  );
}

/** The same review, for what the claim and its evidence are now: one press. */
function Reaffirm({ claim, action, mine }: { claim: ClaimDto; action: FormAction; mine: ReviewDto }) {
  const still = mine.evidenceIds.filter((id) => claim.evidence.some((item) => item.id === id));
  return (
    <Form
      action={action}
      id="reaffirm"
      className="mt-2 flex flex-wrap items-center gap-3 rounded-md border p-3"
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="mark" value={mine.mark} />
      <input type="hidden" name="rating" value={mine.rating ?? ""} />
      <input type="hidden" name="rationale" value={mine.rationale} />
      {still.map((id) => (
        <input key={id} type="hidden" name="evidenceIds" value={id} />
      ))}
      <p className="min-w-48 flex-1">
        Claim or evidence changed since your review. Does “{markWords[mine.mark]}” still hold?
      </p>
      <SubmitButton look="plain">It still holds</SubmitButton>
    </Form>
  );
}

function Fields({ claim, ratings, action, mine }: Props) {
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
      <TextAreaField
        name="rationale"
        label="What you found, and why"
        defaultValue={mine?.rationale}
        rows={4}
        required
      />
      {claim.evidence.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium">What you relied on</legend>
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
        </fieldset>
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
          Pressing one gives your review. You can review again later.
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
