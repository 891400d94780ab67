import { Notice } from "@/components/ui/notice";
import type { PageViewDto } from "@/lib/captures/dto";
import { OriginalLink } from "./original-link";

type PictureProps = {
  captureId: string;
  page: number;
  /** What the document is called. */
  name: string;
  size?: { width: number; height: number };
  className?: string;
};

/** A page of a PDF as it looks; its words stand beside it or are one link away. */
export function PagePicture({ captureId, page, name, size, className }: PictureProps) {
  return (
    <img
      src={`/preview/captures/${encodeURIComponent(captureId)}/pages/${page}`}
      alt={`Page ${page} of ${name}`}
      draggable={false}
      loading={size ? undefined : "lazy"}
      {...size}
      className={`block max-w-full bg-[#fff] scheme-only-light ${className ?? ""}`}
    />
  );
}

/** Why a page is not to be seen, and what can still be done. */
export function PageNotDrawn({ view: { captureId, page, refusal } }: { view: PageViewDto }) {
  return (
    <Notice title={`Page ${page} cannot be shown here.`} safe={refusal}>
      <OriginalLink captureId={captureId} page={page}>
        Open page {page} of the file as it came
      </OriginalLink>
      . What was read out of it can be quoted all the same.
    </Notice>
  );
}
