import { BoxFrame } from "@/components/evidence/box-frame";
import { places } from "@/components/layout/places";
import type { CaptureQuoteDto, CaptureViewDto, PageViewDto } from "@/lib/captures/dto";
import { isWhole, readRegion } from "@/lib/quotes/region";
import { PageNav } from "./page-nav";
import { PageNotDrawn, PagePicture } from "./page-picture";
import { PageWords } from "./page-words";

type Props = { capture: CaptureViewDto; view: PageViewDto; quoteId: string | null };

/** One page of a captured PDF, with the places on it that are in use. */
export function CapturePage({ capture, view, quoteId }: Props) {
  const { page, pages, picture } = view;
  const framed = framesOn(capture.quotes, page, quoteId);
  return (
    <>
      <PageNav page={page} pages={pages} at={{ path: places.capture(capture.id), query: {} }} />
      {picture ? (
        <div className="relative w-fit max-w-full border">
          <PagePicture
            captureId={capture.id}
            page={page}
            name={capture.article.title ?? "the document"}
            size={picture}
            className="h-auto"
          />
          {framed.map(({ id, box }) => (
            <BoxFrame key={id} box={box} />
          ))}
        </div>
      ) : (
        <PageNotDrawn view={view} />
      )}
      <PageWords view={view} />
    </>
  );
}

/** The place in hand when it is on this page; otherwise all that are. */
function framesOn(quotes: readonly CaptureQuoteDto[], page: number, quoteId: string | null) {
  const placed = quotes.flatMap((quote) => {
    const region = quote.region === null ? null : readRegion(quote.region);
    return region?.page === page && region.box && !isWhole(region) ? [{ id: quote.id, box: region.box }] : [];
  });
  const inHand = placed.filter(({ id }) => id === quoteId);
  return inHand.length > 0 ? inHand : placed;
}
