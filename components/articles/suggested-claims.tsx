import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { TextAreaField } from "@/components/ui/text-area";
import type { SuggestedClaimDto } from "@/lib/articles/dto";

type Props = {
  articleId: string;
  captureId: string;
  suggested: SuggestedClaimDto[];
  createClaim?: FormAction;
};

/** Sentences a rule thinks worth checking, each with its reasons. Nothing happens until a person says so. */
export function SuggestedClaims({ articleId, captureId, suggested, createClaim }: Props) {
  if (suggested.length === 0) return null;
  return (
    <Disclosure
      summary={`${suggested.length} ${suggested.length === 1 ? "passage" : "passages"} may be worth checking`}
    >
      <ul className="grid max-w-[44em]">
        {suggested.map(({ quote, reasons }) => (
          <li key={`${quote.start}-${quote.end}`} className="border-t py-2.5">
            <q dir="auto" className="block font-serif text-md">
              {quote.exact}
            </q>
            <p className="text-sm text-ink-3">Because: {reasons.join("; ")}</p>
            {createClaim ? (
              <OneAtATime>
                <Disclosure summary="Make this a claim">
                  <Form
                    action={createClaim}
                    id={`suggested-${quote.start}`}
                    done="made a claim"
                    shownAt="the queue"
                    keep={`suggested-claim:${captureId}:${quote.start}`}
                    className="grid gap-2"
                  >
                    <QuoteFields fields={{ articleId, captureId, ...quote, verbatim: quote.exact }} />
                    <TextAreaField
                      name="text"
                      label="What we check"
                      defaultValue={quote.exact}
                      rows={2}
                      required
                    />
                    <div>
                      <SubmitButton small busy="Making it a claim…">
                        Make this a claim
                      </SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              </OneAtATime>
            ) : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function QuoteFields({ fields }: { fields: Record<string, string | number> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
