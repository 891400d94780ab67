import type { ClaimQuotesDto, DisagreementDto } from "@/lib/disagreements/dto";
import { Section } from "@/components/ui/section";
import { DisagreementItem, type DisagreementActions } from "./disagreement-item";
import { MarkDisagreement } from "./mark-disagreement";
import { quoteLabel } from "./quote-label";

type Props = {
  articleId: string;
  disagreements: DisagreementDto[];
  claims: ClaimQuotesDto[];
  actions: DisagreementActions;
};

/** Where this article's quotes and those of others cannot both be right, claim by claim. */
export function ArticleDisagreements({ articleId, disagreements, claims, actions }: Props) {
  if (disagreements.length === 0 && claims.length === 0) return null;
  return (
    <Section id="disagreements" title="Quotes that disagree">
      <ul>
        {disagreements.map((item) => (
          <DisagreementItem
            key={item.id ?? `${item.a.evidenceId} ${item.b.evidenceId}`}
            item={item}
            actions={actions}
            namesClaim
          />
        ))}
      </ul>
      {actions.mark
        ? claims.map((claim) => (
            <div key={claim.claimId}>
              {claims.length > 1 ? <p className="mt-2 text-sm text-ink-3">{claim.claimText}</p> : null}
              <MarkDisagreement
                claimId={claim.claimId}
                first={optionsOf(claim, (quote) => quote.articleId === articleId)}
                second={optionsOf(claim, () => true)}
                action={actions.mark!}
              />
            </div>
          ))
        : null}
    </Section>
  );
}

type Quote = ClaimQuotesDto["quotes"][number];

function optionsOf({ quotes }: ClaimQuotesDto, isMeant: (quote: Quote) => boolean) {
  return quotes.flatMap((quote, index) =>
    isMeant(quote) ? [{ id: quote.id, label: quoteLabel({ number: index + 1, ...quote }) }] : [],
  );
}
