import Link from "next/link";
import type { ClaimDto, IndependenceDto } from "@/lib/claims/dto";
import { isOpenState, type ClaimState } from "@/lib/claims/vocabulary";
import { Section } from "@/components/ui/section";
import { CarriedLine, type Carried } from "./carried-line";
import type { ClaimLinks } from "./claim-links";

type Props = {
  claim: Pick<ClaimDto, "id" | "state" | "independence" | "evidence">;
  independence?: Pick<IndependenceDto, "words" | "edges">;
  links: ClaimLinks;
  carried?: Carried;
};

/** Said of a claim without evidence, where there is no route to look for. */
export const noArticle = (state: ClaimState) =>
  isOpenState(state) ? "No article is evidence yet." : "No article is evidence.";

/** How many origins the evidence has, in words; the picture is a link away. */
export function SourcesSummary({ claim, independence, links, carried = [] }: Props) {
  const { count, unknown } = claim.independence;
  // On what is settled nothing waits.
  const waiting = isOpenState(claim.state)
    ? (independence?.edges.filter(({ status }) => status === "suggested").length ?? 0)
    : 0;
  return (
    <Section id="sources" title="Sources" aside={originWords(count, unknown)}>
      <p className="text-sm text-ink-2">
        {claim.evidence.length === 0 ? noArticle(claim.state) : independence?.words}{" "}
        {links.sources ? <Link href={links.sources}>See the picture</Link> : null}
        {waiting > 0 ? (
          <>
            {" · "}
            <Waiting count={waiting} href={links.sources} />
          </>
        ) : null}
      </p>
      <CarriedLine claimId={claim.id} carried={carried} />
    </Section>
  );
}

function Waiting({ count, href }: { count: number; href: string | null | undefined }) {
  const words = `${count} ${count === 1 ? "suggestion" : "suggestions"} to confirm`;
  return href ? <Link href={href}>{words}</Link> : words;
}

function originWords(count: number, unknown: number): string {
  const origins = `${count} independent ${count === 1 ? "origin" : "origins"}`;
  return unknown > 0 ? `${origins}, ${unknown} unknown` : origins;
}
