import type { DossierReply } from "@/lib/claims/dossier";
import { isSilenceWithoutDeadline } from "@/lib/replies/outcome";

type Props = { replies: readonly DossierReply[]; claimHref: string };

/** Who is noted as not having replied though they were given no deadline: it holds nothing up, and the signer should know. */
export function SilenceNote({ replies, claimHref }: Props) {
  const silent = replies.filter(isSilenceWithoutDeadline);
  if (silent.length === 0) return null;
  return (
    <ul className="border-t py-1.5 text-sm text-ink-2">
      {silent.map(({ id, asked }) => (
        <li key={id} className="wrap-anywhere">
          <a href={`${claimHref}#reply-${id}`}>{asked}</a> is noted as not having replied; no deadline was
          given.
        </li>
      ))}
    </ul>
  );
}
