import type { ClaimDto, ComparisonDto } from "@/lib/claims/dto";
import type { ComparisonClass } from "@/lib/claims/dossier";
import type { Figure } from "@/lib/figures/figure";
import { amountInWords } from "@/components/reader/figure-words";
import { comparisonWords } from "@/components/reader/words";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select";

const classOptions = (Object.keys(comparisonWords) as ComparisonClass[]).map((value) => ({
  value,
  label: comparisonWords[value],
}));

type Props = {
  claim: Pick<ClaimDto, "id" | "figures" | "evidence">;
  comparisons: ComparisonDto[];
  decide?: FormAction;
};

/** The figures of claim and evidence side by side: suggested by rules, confirmed by people. */
export function ComparisonsSection({ claim, comparisons, decide }: Props) {
  if (comparisons.length === 0) return null;
  const open = comparisons.filter(({ status }) => status === "suggested").length;
  const figures = new Map<string, { figure: Figure; where: string }>();
  for (const figure of claim.figures) figures.set(figure.id, { figure, where: "the claim" });
  for (const item of claim.evidence) {
    const where = item.article.outlet ?? item.article.title ?? "an article";
    for (const figure of item.figures) figures.set(figure.id, { figure, where });
  }
  const name = (id: string) => {
    const found = figures.get(id);
    return found ? `${amountInWords(found.figure)} (${found.where})` : "a figure no longer there";
  };
  return (
    <Section
      id="figures"
      title="Figures compared"
      aside={open > 0 ? `${open} to confirm` : `${comparisons.length} confirmed`}
    >
      <ul>
        {comparisons.map((pair) => (
          <li key={pair.id} className="border-t py-2">
            <p>
              {name(pair.a)} and {name(pair.b)}:{" "}
              <strong className="font-semibold">{comparisonWords[pair.class]}</strong>
              {pair.sameReport ? "; same report, not a second check" : null}
              <span className="text-ink-3"> · {pair.status}</span>
            </p>
            <p className="text-sm text-ink-3">{pair.explanation}</p>
            {decide ? (
              <Form action={decide} id={`comparison-${pair.id}`} className="mt-1.5 flex flex-wrap gap-2">
                <input type="hidden" name="claimId" value={claim.id} />
                <input type="hidden" name="comparisonId" value={pair.id} />
                <input type="hidden" name="status" value="confirmed" />
                <input type="hidden" name="wasClass" value={pair.class} />
                <input type="hidden" name="wasStatus" value={pair.status} />
                <SelectField
                  name="class"
                  label={`How ${name(pair.b)} compares`}
                  hideLabel
                  options={classOptions}
                  defaultValue={pair.class}
                />
                <SubmitButton look="plain" small>
                  {pair.status === "suggested" ? "Confirm" : "Change"}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
