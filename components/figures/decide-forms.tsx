import type { ComparisonClass } from "@/lib/claims/dossier";
import { en } from "@/lib/words/en";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { SelectField } from "@/components/ui/select";
import { isOpen, type BoardPair } from "./board-rows";

const comparisonWords = en.figures.classes;

const classOptions = (Object.keys(comparisonWords) as ComparisonClass[]).map((value) => ({
  value,
  label: comparisonWords[value],
}));

type Props = { claimId: string; pair: BoardPair; name: string; decide: FormAction };

function Ids({ claimId, pair }: Pick<Props, "claimId" | "pair">) {
  return (
    <>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="comparisonId" value={pair.id} />
      <input type="hidden" name="wasClass" value={pair.class} />
      <input type="hidden" name="wasStatus" value={pair.status} />
      <input type="hidden" name="wasExplanation" value={pair.explanation} />
      <input type="hidden" name="status" value="confirmed" />
    </>
  );
}

type EqualProps = { claimId: string; pairs: readonly BoardPair[]; decide: FormAction };

/** One press for all the equal figures of one article that a rule compared: each is confirmed as if it were alone. */
export function ConfirmEqual({ claimId, pairs, decide }: EqualProps) {
  const [first, ...others] = pairs;
  if (!first) return null;
  return (
    <Form action={decide} id={`equal-${first.id}`} className="border-t py-2">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="comparisonId" value={first.id} />
      {others.map(({ id }) => (
        <input key={id} type="hidden" name="also" value={id} />
      ))}
      <input type="hidden" name="wasClass" value="equal" />
      <input type="hidden" name="wasStatus" value="suggested" />
      <input type="hidden" name="status" value="confirmed" />
      <SubmitButton look="plain" small>
        <span className="wrap-anywhere">
          Confirm all {pairs.length} of {first.second.source} that are {comparisonWords.equal}
        </span>
      </SubmitButton>
    </Form>
  );
}

/** One button for "the rule is right", and the other classes behind a fold; both work without scripts. */
export function DecideForms({ claimId, pair, name, decide }: Props) {
  return (
    <OneAtATime>
      <div className="acts mt-1.5">
        {/*
         * It stays without its button: what it answered is in sight where somebody else was faster. The button names it, which
         * is all that there is of it: two that are named alike would be two landmarks that nobody tells apart.
         */}
        <Form
          action={decide}
          id={`comparison-${pair.id}`}
          className="[&:not(:has(button,[role=alert],[role=status]))]:hidden"
        >
          {pair.status === "suggested" ? (
            <>
              <Ids claimId={claimId} pair={pair} />
              <SubmitButton
                look="plain"
                small
                aria-label={`Confirm: ${name}, ${comparisonWords[pair.class]}`}
              >
                {isOpen(pair) ? `Confirm: ${comparisonWords[pair.class]}` : "Confirm"}
              </SubmitButton>
            </>
          ) : null}
        </Form>
        <Disclosure
          summary={
            <>
              Change<span className="sr-only"> how {name} compares</span>
            </>
          }
        >
          <Form
            action={decide}
            id={`comparison-change-${pair.id}`}
            keep={`comparison:${pair.id}`}
            className="grid max-w-prose gap-3"
            label={`Change: ${name}`}
          >
            <Ids claimId={claimId} pair={pair} />
            <SelectField
              name="class"
              label="How they compare"
              options={classOptions}
              defaultValue={pair.class}
            />
            <TextField
              name="explanation"
              label="Why, for readers"
              hint="Left empty, a plain sentence stands there."
              optional
              maxLength={300}
            />
            <div>
              <SubmitButton look="plain" small>
                Save how they compare
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      </div>
    </OneAtATime>
  );
}
