import Link from "next/link";
import type { GateDto } from "@/lib/claims/dto";
import { remedyFor, type ClaimLinks } from "./claim-links";
import { holdsWords } from "./gate-words";

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
  const holds = isBlind ? [] : holdsWords(gate.issues.map(({ code }) => code));
  return (
    <details
      id="gate"
      open
      className="-mx-5 mt-5 scroll-mt-16 border-t border-rule-strong bg-panel px-5 pt-1.5 pb-2 max-tabs:-mx-4 max-tabs:px-4 tall:sticky tall:bottom-0 tall:max-h-[42dvh] tall:overflow-y-auto"
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
        {holds.length > 0 ? (
          <li className="flex gap-2.5 border-t py-1.5 text-sm text-ink-3">
            <span aria-hidden="true" className="w-2 shrink-0 text-center">
              ✓
            </span>
            <span>In order: {holds.join(", ")}.</span>
          </li>
        ) : null}
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
  const { first, rest } = firstSentence(issue.message);
  return (
    <li className="flex gap-2.5 border-t py-1.5">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-2 shrink-0 rounded-full border-2 border-warn ${issue.overridable ? "" : "bg-warn"}`}
      />
      <span className="min-w-0 flex-1">
        {first}
        {rest || issue.overridable ? (
          <span className="block text-xs text-ink-3">
            {rest}
            {rest && issue.overridable ? " " : null}
            {issue.overridable ? "An editor may override it." : null}
          </span>
        ) : null}
      </span>
      <Link href={remedy.href} className="min-h-6 text-right">
        {remedy.label}
      </Link>
    </li>
  );
}

/** What is missing, and apart from it the advice that follows. */
function firstSentence(message: string): { first: string; rest: string } {
  const found = /^(.+?[.;])\s+(?=\p{Lu}|\d)(.+)$/su.exec(message);
  if (!found) return { first: message.replace(/\.$/, ""), rest: "" };
  return { first: found[1]!.replace(/[.;]$/, ""), rest: found[2]! };
}
