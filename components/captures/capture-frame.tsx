import type { CaptureViewDto, PageViewDto } from "@/lib/captures/dto";
import { shownId } from "@/lib/captures/show-text";
import { cx } from "@/components/ui/cx";
import { Tabs } from "@/components/ui/tabs";
import { isRecording } from "@/lib/captures/recording";
import { captureHref } from "./capture-href";
import { CapturePage } from "./capture-page";
import { OriginalLink } from "./original-link";
import { Player } from "./player";

type Props = {
  capture: CaptureViewDto;
  quoteId: string | null;
  asText: boolean;
  /** The page of a PDF that is looked at. */
  page: PageViewDto | null;
};

/** The content of the capture: a picture, a recording, a page of a PDF, or a document in a frame of its own. */
export function CaptureFrame({ capture, quoteId, asText, page }: Props) {
  if (capture.contentType?.startsWith("image/")) return <CapturePicture capture={capture} />;
  if (isRecording(capture.contentType)) return <CaptureRecording capture={capture} />;
  const onPage = page?.page ?? capture.quotes.find(({ id }) => id === quoteId)?.page ?? 1;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <Tabs
          label="How to show it"
          tabs={[
            ...(capture.contentType === "text/html"
              ? [{ href: captureHref(capture.id, quoteId, false), label: "As it looked", current: !asText }]
              : []),
            ...(capture.contentType === "application/pdf"
              ? [{ href: captureHref(capture.id, quoteId, false, onPage), label: "Pages", current: !asText }]
              : []),
            { href: captureHref(capture.id, quoteId, true), label: "Words alone", current: asText },
          ]}
        />
        <span className="flex gap-x-4 py-2 text-sm">
          {capture.contentType === "application/pdf" ? (
            <OriginalLink captureId={capture.id}>Open the file as it came</OriginalLink>
          ) : null}
          <a href={`/api/v1/captures/${encodeURIComponent(capture.id)}/warc`} download>
            Download as WARC
          </a>
        </span>
      </div>
      {page ? (
        <CapturePage capture={capture} view={page} quoteId={quoteId} />
      ) : (
        <Document captureId={capture.id} quoteId={quoteId} asText={asText} />
      )}
    </>
  );
}

type DocumentProps = { captureId: string; quoteId: string | null; asText: boolean };

/** The page or its words in a frame that runs no script, loads nothing and has no origin. */
function Document({ captureId, quoteId, asText }: DocumentProps) {
  const query = new URLSearchParams();
  if (quoteId) query.set("quote", quoteId);
  if (asText) query.set("as", "text");
  const src = `/preview/captures/${encodeURIComponent(captureId)}?${query}${quoteId ? `#${shownId}` : ""}`;
  return (
    <>
      <p className="py-1.5 text-sm text-ink-3">
        {asText
          ? "All text found in it, with every passage in use marked."
          : "Without scripts, links, and pictures kept elsewhere. Nothing is loaded from the network."}
      </p>
      <iframe
        key={src}
        src={src}
        title={asText ? "The words of the capture" : "The captured page as it looked"}
        sandbox=""
        referrerPolicy="no-referrer"
        className={cx(
          "block h-[calc(100dvh-21rem)] min-h-96 w-full rounded-md border border-rule-strong",
          asText ? "bg-panel" : "bg-[#fff] scheme-only-light",
        )}
      />
    </>
  );
}

/** A recording as it came. */
function CaptureRecording({ capture }: { capture: CaptureViewDto }) {
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4 py-1.5 text-sm text-ink-3">
        Played from the copy as it came, for staff only.
        <a href={`/api/v1/captures/${encodeURIComponent(capture.id)}/warc`} download>
          Download as WARC
        </a>
      </p>
      <Player
        captureId={capture.id}
        contentType={capture.contentType}
        label={capture.article.title ?? "The recording"}
      />
    </>
  );
}

/** A photo or scan: its pixels alone. What its file carries besides stays in the copy as it came. */
function CapturePicture({ capture }: { capture: CaptureViewDto }) {
  const id = encodeURIComponent(capture.id);
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4 py-1.5 text-sm text-ink-3">
        Shown without place, camera and other data of its file; the copy keeps them.
        <a href={`/api/v1/captures/${id}/warc`} download>
          Download as WARC
        </a>
      </p>
      <img
        src={`/preview/captures/${id}/picture`}
        alt={capture.article.title ?? "The captured picture"}
        className="block max-w-full border"
      />
    </>
  );
}
