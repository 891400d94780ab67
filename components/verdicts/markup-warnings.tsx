import type { ClaimReviewWarning } from "@/lib/publications/claim-review";
import { Section } from "@/components/ui/section";

/** What other sites may do badly with, as they read the finding from the page's markup; nothing of it holds up signing. */
export function MarkupWarnings({ warnings }: { warnings: readonly ClaimReviewWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Section id="markup" title="On other sites">
      <p className="text-sm text-ink-2">
        Search engines and others read claim and rating from the page (ClaimReview). You can sign as it is.
      </p>
      <ul className="mt-1">
        {warnings.map(({ code, message }) => (
          <li key={code} className="border-t py-1.5 wrap-anywhere">
            {message}
          </li>
        ))}
      </ul>
    </Section>
  );
}
