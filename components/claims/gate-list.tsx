import Link from "next/link";
import type { GateDto } from "@/lib/claims/dto";
import { remedyFor, type ClaimLinks } from "./claim-links";

type Props = {
  gate: GateDto;
  links: ClaimLinks;
  /** The viewer has not reviewed yet, so lines about others' work are left out. */
  isBlind?: boolean;
};

/**
 * What is missing before an editor can sign; each line leads to its remedy. Where the window is tall enough it stays
 * at the foot of the panel, always in sight, and can be folded.
 */
export function GateList({ gate, links, isBlind }: Props) {
  const count = gate.issues.length;
  return (
    <details
      id="gate"
      open
      className="-mx-5 mt-5 scroll-mt-16 border-t bg-panel px-5 py-2 max-tabs:-mx-4 max-tabs:px-4 tall:sticky tall:bottom-0 tall:max-h-[45%] tall:overflow-y-auto"
    >
      <summary className="py-1 text-sm font-semibold">
        Before an editor can sign
        {count > 0 ? <span className="font-normal text-ink-3"> · {count} missing</span> : null}
      </summary>
      {count === 0 && !isBlind ? <p className="pb-1">Nothing is missing: an editor can sign.</p> : null}
      <ul>
        {gate.issues.map((issue) => (
          <GateLine
            key={`${issue.code}-${issue.field}-${issue.message}`}
            issue={issue}
            remedy={remedyFor(issue.code, issue.field, links)}
          />
        ))}
      </ul>
      {isBlind ? (
        <p className="border-t py-1.5 text-sm text-ink-3">
          You see the rest of this list once you have given your review.
        </p>
      ) : null}
    </details>
  );
}

type LineProps = { issue: GateDto["issues"][number]; remedy: { label: string; href: string } };

function GateLine({ issue, remedy }: LineProps) {
  return (
    <li className="flex gap-2.5 border-t py-1.5">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-2 shrink-0 rounded-full border-2 border-warn ${issue.overridable ? "" : "bg-warn"}`}
      />
      <span className="min-w-0 flex-1">
        {issue.message}
        {issue.overridable ? <span className="text-sm text-ink-3"> · can be overridden</span> : null}
      </span>
      <Link href={remedy.href} className="min-h-6 text-right">
        {remedy.label}
      </Link>
    </li>
  );
}
