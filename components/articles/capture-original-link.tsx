"use client";

import Link from "next/link";
import { useRef } from "react";
import { places } from "@/components/layout/places";
import { OriginalHint } from "./original-key";

type Props = { articleId: string; name: string; claimId?: string };

/** To the form that captures an article which others name. */
export function CaptureOriginalLink({ articleId, name, claimId }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  return (
    <Link
      ref={link}
      href={places.captureOriginal(articleId, claimId)}
      data-capture-original=""
      className="button button-small"
      aria-label={`Capture the original: ${name}`}
    >
      Capture the original
      <OriginalHint link={link} />
    </Link>
  );
}
