import { Section } from "@/components/ui/section";
import type { PageViewDto } from "@/lib/captures/dto";
import { OriginalLink } from "./original-link";

/** The words of a page as they were read out of the file, for who quotes them and for who does not see the picture. */
export function PageWords({
  view: { captureId, page, words, language, lacksLetters },
}: {
  view: PageViewDto;
}) {
  return (
    <Section id="page-words" title={`Words on page ${page}`}>
      {lacksLetters ? (
        <p className="mb-2 font-medium text-warn">
          The file does not bring all of its fonts, so letters may be missing from the picture.{" "}
          <OriginalLink captureId={captureId} page={page}>
            Open the file as it came
          </OriginalLink>{" "}
          to see the page as it was printed.
        </p>
      ) : null}
      {words === "" ? (
        <p className="text-ink-2">
          No words were read on this page. What a scan says has to be written down by hand.
        </p>
      ) : (
        <p
          dir="auto"
          lang={language ?? undefined}
          className="max-w-[36em] border-t pt-2 font-serif wrap-anywhere whitespace-pre-wrap"
        >
          {words}
        </p>
      )}
    </Section>
  );
}
