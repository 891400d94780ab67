import Link from "next/link";
import { ClaimLead } from "@/components/claims/claim-lead";
import { QuotesBeside } from "@/components/disagreements/quotes-beside";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { isOpenState } from "@/lib/claims/vocabulary";
import { firstBeside } from "@/lib/disagreements/side-by-side";
import { knownAliases } from "@/lib/entities/known-aliases.server";
import { claimTitle } from "../../claim-title";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import type { SearchParams } from "../../../read-queue";

export const generateMetadata = claimTitle("Quotes side by side");

type Props = ClaimPageProps & { searchParams: Promise<SearchParams> };

export default async function QuotesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { claim } = await openClaimPage(id);
  const isOpen = isOpenState(claim.state);
  const asked = [(await searchParams).with ?? []].flat();
  const quotes = claim.evidence.filter(({ quote }) => "exact" in quote);
  const rows = quotes.map(({ id: evidenceId, articleId, stance, quote, article }) => ({
    ...{ id: evidenceId, articleId, stance },
    told: { text: "exact" in quote ? quote.exact : "", language: article.language },
  }));
  const known = quotes.filter((item) => asked.includes(item.id)).map((item) => item.id);
  return (
    <DeskPage title="Quotes side by side" lead={<ClaimLead id={id} text={claim.text} />} wide>
      {quotes.length < 2 ? (
        <EmptyState title={isOpen ? "There are no two quotes yet" : "There are no two quotes"}>
          <Link href={`${places.claim(id)}#evidence`}>
            {isOpen ? "Log evidence on the claim" : "Back to the claim"}
          </Link>
        </EmptyState>
      ) : (
        <QuotesBeside
          claimId={id}
          evidence={claim.evidence}
          chosen={known.length > 1 ? known : firstBeside(rows)}
          names={await knownAliases()}
        />
      )}
    </DeskPage>
  );
}
