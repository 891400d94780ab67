import type { ReactNode } from "react";

type Props = { captureId: string; page?: number | null; children: ReactNode };

/** The way to a captured PDF as it came, in the browser's own viewer, at a page of it. */
export function OriginalLink({ captureId, page, children }: Props) {
  const at = page ? `#page=${page}` : "";
  return (
    <a
      href={`/preview/captures/${encodeURIComponent(captureId)}/document${at}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
    </a>
  );
}
