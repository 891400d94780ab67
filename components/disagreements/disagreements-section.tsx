import type { ClaimDto } from "@/lib/claims/dto";
import type { DisagreementDto } from "@/lib/disagreements/dto";
import { Section } from "@/components/ui/section";
import { DisagreementItem, type DisagreementActions } from "./disagreement-item";
import { quoteLabel } from "./quote-label";
import { MarkDisagreement } from "./mark-disagreement";

type Props = {
  claim: Pick<ClaimDto, "id" | "evidence">;
  disagreements: DisagreementDto[];
  actions: DisagreementActions;
};

/** Quotes of the claim that cannot both be right: what figures suggest, what people marked, what was settled. */
export function DisagreementsSection({ claim, disagreements, actions }: Props) {
  const quotes = claim.evidence.map(({ id, article, quote }, index) => ({
    id,
    label: quoteLabel({
      number: index + 1,
      name: article.outlet ?? article.title ?? "an article",
      words: "exact" in quote ? quote.exact : quote.description,
    }),
  }));
  if (disagreements.length === 0 && (quotes.length < 2 || !actions.mark)) return null;
  const open = disagreements.filter(({ status }) => status === "open" || status === "suggested").length;
  return (
    <Section id="disagreements" title="Quotes that disagree" aside={open > 0 ? `${open} open` : undefined}>
      <ul>
        {disagreements.map((item) => (
          <DisagreementItem
            key={item.id ?? `${item.a.evidenceId} ${item.b.evidenceId}`}
            item={item}
            actions={actions}
          />
        ))}
      </ul>
      {actions.mark && quotes.length > 1 ? (
        <MarkDisagreement claimId={claim.id} first={quotes} second={quotes} action={actions.mark} />
      ) : null}
    </Section>
  );
}
