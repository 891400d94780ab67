import Link from "next/link";
import { places } from "@/components/layout/places";
import { Kbd } from "@/components/ui/kbd";

type Props = { articleId: string; name: string; claimId?: string };

/** To the form that captures an article which others name. */
export function CaptureOriginalLink({ articleId, name, claimId }: Props) {
  return (
    <Link
      href={places.captureOriginal(articleId, claimId)}
      data-capture-original=""
      className="button button-small"
      aria-label={`Capture the original: ${name}`}
    >
      Capture the original <Kbd>o</Kbd>
    </Link>
  );
}
