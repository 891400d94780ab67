import type { Rating } from "@/lib/settings/ratings";
import { markWords } from "@/lib/claims/vocabulary-words";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";

type Props = {
  ratings: readonly Rating[];
  /** Fields: identifier (a code), label, meaning, position. */
  edit?: FormAction;
};

function fittingMarks({ marks }: Rating): string {
  return marks.length === 3 ? "any" : marks.map((mark) => markWords[mark]).join(", ");
}

/** The scale, with the meaning that always stands beside each word. */
export function RatingsTable({ ratings, edit }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left max-tabs:table-fixed">
        <thead>
          <tr className="border-b text-sm">
            <th scope="col" className="py-1.5 pr-3 font-medium max-tabs:w-2/5">
              Rating
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Meaning
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium max-tabs:hidden">
              Number
            </th>
            <th scope="col" className="py-1.5 font-medium max-tabs:hidden">
              Marks that fit
            </th>
          </tr>
        </thead>
        <tbody>
          {ratings.map((rating, index) => (
            <tr key={rating.code} className="border-b align-top">
              <th scope="row" className="py-2 pr-3 font-normal">
                <RatingTag code={rating.code} ratings={ratings} />
              </th>
              <td className="py-2 pr-3 wrap-anywhere tabs:min-w-40 max-tabs:pr-0">
                {rating.meaning}
                <p className="text-sm text-ink-3 tabs:hidden">
                  {rating.number === null ? "no number" : `number ${rating.number}`} · marks that fit:{" "}
                  {fittingMarks(rating)}
                </p>
                {edit ? (
                  <Disclosure summary="Change">
                    <RatingForm rating={rating} position={index + 1} action={edit} />
                  </Disclosure>
                ) : null}
              </td>
              <td className="py-2 pr-3 max-tabs:hidden">{rating.number ?? "none"}</td>
              <td className="py-2 max-tabs:hidden">{fittingMarks(rating)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const fieldNames = { label: "Word", meaning: "Meaning", position: "Place in the list" };

type RatingFormProps = { rating: Rating; position: number; action: FormAction };

function RatingForm({ rating, position, action }: RatingFormProps) {
  return (
    <Form action={action} id={`rating-${rating.code}`} className="grid gap-3" fieldNames={fieldNames}>
      <input type="hidden" name="identifier" value={rating.code} />
      <TextField name="label" label={fieldNames.label} defaultValue={rating.label} required />
      <TextField name="meaning" label={fieldNames.meaning} defaultValue={rating.meaning} required />
      <TextField
        name="position"
        type="number"
        min={1}
        label={fieldNames.position}
        defaultValue={String(position)}
      />
      <p className="text-sm text-ink-3">Published verdicts keep the words they were signed with.</p>
      <div>
        <SubmitButton look="plain" small>
          Save
        </SubmitButton>
      </div>
    </Form>
  );
}
