import Link from "next/link";
import type { ClaimDto } from "@/lib/claims/dto";
import { Section } from "@/components/ui/section";
import { LegalReadSaid } from "./legal-read-said";
import { staleWords } from "./legal-read-words";

type Props = { legalReads: ClaimDto["legalReads"]; claimHref: string };

/** Before signing: whether the draft was read for the law, where that was noted or is asked for. */
export function LegalReadLine({ legalReads, claimHref }: Props) {
  if ("hidden" in legalReads) return null;
  const { reads, isWanted } = legalReads;
  if (reads.length === 0 && !isWanted) return null;
  const current = reads.find(({ kind, isStale }) => kind === "read" && !isStale);
  const shown = current ? [current] : reads;
  return (
    <Section id="legal-read" title="Legal read">
      {shown.length === 0 ? <p>Not read.</p> : null}
      <ul>
        {shown.map((read) => (
          <li key={read.id} className="[overflow-wrap:anywhere]">
            <LegalReadSaid read={read} />
            {read.isStale ? <strong className="font-semibold text-warn"> · {staleWords}</strong> : null}
          </li>
        ))}
      </ul>
      {current ? null : (
        <p>
          <Link href={`${claimHref}#legal-read`}>Note the read</Link>
        </p>
      )}
      <p className="mt-1 text-sm text-ink-3">For the desk only: readers are told nothing of it.</p>
    </Section>
  );
}
