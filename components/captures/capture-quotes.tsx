import Link from "next/link";
import type { CaptureQuoteDto, CaptureViewDto } from "@/lib/captures/dto";
import { ClaimInLine } from "@/components/claims/claim-name";
import { stanceWords } from "@/components/evidence/stance-words";
import { places } from "@/components/layout/places";
import { Section } from "@/components/ui/section";
import { shortName } from "@/lib/core/short-name";
import { captureHref } from "./capture-href";

type Props = { capture: CaptureViewDto; shown: string | null; asText: boolean };

/** The passages of this capture that are in use, each a way to its place. */
export function CaptureQuotes({ capture, shown, asText }: Props) {
  const { quotes } = capture;
  const isOnPage = ({ page }: CaptureQuoteDto) => page !== null && capture.contentType === "application/pdf";
  return (
    <Section id="quotes" title="Quoted from it" aside={quotes.length || undefined}>
      {quotes.length === 0 ? (
        <p className="border-t py-2 text-ink-2">Nothing is quoted from this capture.</p>
      ) : null}
      <ul>
        {quotes.map((quote) => (
          <li key={quote.id} className="border-t py-2">
            {capture.expunged || (quote.isRegion && !isOnPage(quote)) ? (
              <p className="font-serif">{quote.words}</p>
            ) : (
              <Link
                href={captureHref(capture.id, quote.id, !quote.isRegion && asText)}
                aria-current={quote.id === shown ? "true" : undefined}
                scroll={false}
                className="font-serif"
              >
                {shortName(quote.words, 300)}
              </Link>
            )}
            {quote.id === shown ? <span className="text-sm text-ink-3"> · shown</span> : null}
            {isOnPage(quote) && !quote.isRegion && !capture.expunged ? (
              <span className="text-sm text-ink-3">
                {" · "}
                <Link href={captureHref(capture.id, quote.id, false, quote.page!)} scroll={false}>
                  page {quote.page}
                </Link>
              </span>
            ) : null}
            {quote.uses.map((use) => (
              <p key={use.claimId + use.stance} className="text-sm text-ink-3">
                {stanceWords[use.stance as keyof typeof stanceWords]}{" "}
                <ClaimInLine
                  id={use.claimId}
                  text={use.claimText}
                  href={`${places.claim(use.claimId)}#evidence`}
                />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
