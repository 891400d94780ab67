import type { DecisiveDoubt } from "@/lib/attributions/decisive-doubts";

type Props = { doubts: readonly DecisiveDoubt[]; claimHref: string };

/** Decisive evidence whose article seems not to be the original: it holds nothing up, and the signer should know. */
export function DoubtNotes({ doubts, claimHref }: Props) {
  const decisive = doubts.filter(({ isDecisive }) => isDecisive);
  if (decisive.length === 0) return null;
  return (
    <ul className="border-t py-1.5 text-sm text-ink-2">
      {decisive.map(({ evidenceId, number, words }) => (
        <li key={evidenceId} className="wrap-anywhere">
          <a href={`${claimHref}#evidence-${evidenceId}`}>Evidence {number}</a> is marked decisive, and{" "}
          {words}.
        </li>
      ))}
    </ul>
  );
}
