import Link from "next/link";
import type { ReactNode } from "react";
import type { GateDto } from "@/lib/claims/dto";
import type { ClaimState } from "@/lib/claims/vocabulary";
import type { Carried } from "./carried-line";
import { remedyFor, type ClaimLinks } from "./claim-links";
import {
  countMissing,
  gateGroups,
  holdsWords,
  isBar,
  nothingMissingWords,
  type CheckedClaim,
  type GateGroup,
} from "./gate-words";

type Props = {
  claim: { state: ClaimState } & CheckedClaim;
  gate: GateDto;
  links: ClaimLinks;
  /** The viewer has not reviewed yet, so lines about others' work are left out. */
  isBlind?: boolean;
  /** It is signed and waits for its time. */
  isScheduled?: boolean;
  /** What stands for the number of origins. */
  carried?: Carried;
  /** What holds nothing up and is worth knowing. */
  notes?: ReactNode;
};

/**
 * What is missing before an editor can sign; each line leads to its remedy. Where the window is tall enough the list
 * stays at the foot of the panel and can be folded; elsewhere a line at the foot of the window says how much is
 * missing, and leads to the list, which covers that line once it is reached.
 */
export function GateList({ claim, gate, links, isBlind, isScheduled, carried = [], notes }: Props) {
  const groups = gateGroups(gate.issues);
  const codes = gate.issues.map(({ code }) => code);
  const holds = isBlind ? null : holdsWords(codes, claim, carried.length > 0);
  const missing = countMissing(groups);
  const { title, aside } = headWords(missing, { isBlind, isScheduled });
  return (
    <>
      <a
        href="#gate"
        data-at-foot
        className="sticky bottom-0 z-1 -mx-5 mt-5 flex min-h-11 items-center gap-2 border-t border-rule-strong bg-panel px-5 text-sm font-semibold text-ink no-underline focus-visible:z-2 max-tabs:-mx-4 max-tabs:px-4 tall:hidden"
      >
        {title}
        <span className="font-normal text-ink-3">{aside}</span>
        <span aria-hidden="true" className="ml-auto">
          ↓
        </span>
      </a>
      <details
        id="gate"
        open
        className="relative z-1 -mx-5 -mt-11 scroll-mt-16 border-t border-rule-strong bg-panel px-5 pt-1 pb-2 max-tabs:-mx-4 max-tabs:px-4 tall:sticky tall:bottom-0 tall:mt-5 tall:max-h-[40dvh] tall:overflow-y-auto"
      >
        <summary className="py-1 text-sm font-semibold">
          {title}
          {aside ? <span className="font-normal text-ink-3"> · {aside}</span> : null}
        </summary>
        {isScheduled ? (
          <Waiting hasOpenLines={missing > 0} />
        ) : missing === 0 && !isBlind ? (
          <p className="pb-1">
            {nothingMissingWords(claim.state)}{" "}
            {links.signOff && groups.length === 0 ? (
              <Link href={links.signOff}>Go to the sign-off</Link>
            ) : null}
          </p>
        ) : null}
        <DotsInWords groups={groups} />
        <ul>
          {groups.map((group) => (
            <GateLine key={group.code} group={group} links={links} state={claim.state} />
          ))}
        </ul>
        {holds ? <Holds {...holds} /> : null}
        {notes}
        {isBlind ? (
          <p className="border-t py-1.5 text-sm text-ink-3">
            You see the rest of this list once you have given your review.
          </p>
        ) : null}
      </details>
    </>
  );
}

function headWords(
  missing: number,
  { isBlind, isScheduled }: Pick<Props, "isBlind" | "isScheduled">,
): { title: string; aside: string | null } {
  if (isScheduled) return { title: "Scheduled", aside: missing > 0 ? `${missing} still open` : null };
  const none = isBlind ? null : "nothing missing";
  return { title: "Before an editor can sign", aside: missing > 0 ? `${missing} missing` : none };
}

/** Nothing is left to do; when it is published, and what stops it, is said once, above. */
function Waiting({ hasOpenLines }: { hasOpenLines: boolean }) {
  return (
    <p className="pb-1">
      It is signed. See <a href="#schedule">when it is published and what cancels that</a>.
      {hasOpenLines ? " A line that is open here and was not overridden stops it when its time comes." : null}
    </p>
  );
}

/** What is done, and apart from it how many lines have nothing to check yet: those are nobody's work. */
function Holds({ done, idle }: ReturnType<typeof holdsWords>) {
  const idleWords = idle === 0 ? null : `${idle} with nothing to check yet`;
  if (done.length === 0)
    return idleWords ? <p className="border-t py-1 pl-4.5 text-sm text-ink-3">{idleWords}</p> : null;
  return (
    <details className="border-t py-1 text-sm text-ink-2">
      <summary className="flex list-none gap-2.5 [&::-webkit-details-marker]:hidden">
        <Tick />
        <span className="underline decoration-rule-strong decoration-dotted underline-offset-3">
          {done.length} done
        </span>
        {idleWords ? <span className="text-ink-3">{idleWords}</span> : null}
      </summary>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 pt-0.5 pl-4.5">
        {done.map((word) => (
          <li key={word} className="flex gap-1.5">
            <Tick />
            {word}
          </li>
        ))}
      </ul>
    </details>
  );
}

const mayBeOverridden = ({ issues }: GateGroup) => issues.every(({ overridable }) => overridable);

/** Named as the legend calls it, for whoever does not see it; drawn by its border, which forced colours keep. */
function Dot({ isHollow }: { isHollow: boolean }) {
  return (
    <span
      role="img"
      aria-label={isHollow ? "Ring" : "Dot"}
      className={`mt-1.5 size-2 shrink-0 rounded-full border-warn ${isHollow ? "border-2" : "border-4"}`}
    />
  );
}

/** What the dots mean, where there are any: one sentence above the lines, so that it is not taken for one of them. */
export function DotsInWords({ groups }: { groups: readonly GateGroup[] }) {
  const missing = groups.filter(({ issues }) => !issues.some(isBar));
  const words = [
    missing.some((group) => !mayBeOverridden(group)) ? "A dot: nobody can sign without it." : "",
    missing.some(mayBeOverridden) ? "A ring: an editor may override it." : "",
  ];
  if (missing.length === 0) return null;
  return <p className="pb-1 text-xs text-ink-3">{words.filter(Boolean).join(" ")}</p>;
}

function Tick() {
  return (
    <span aria-hidden="true" className="w-2 shrink-0 text-center text-confirmed">
      ✓
    </span>
  );
}

type GateLineProps = { group: GateGroup; links: ClaimLinks; state: ClaimState };

/** A few words and the way to put it right; the whole of it when asked for. */
export function GateLine({ group, links, state }: GateLineProps) {
  const { code, title, issues } = group;
  const isOverridable = mayBeOverridden(group);
  const remedies = issues.map((issue) => remedyFor(issue.code, issue.field, links, state));
  return (
    <li className="relative border-t py-1">
      <details>
        <summary className="flex list-none items-start gap-2.5 pr-36 [&::-webkit-details-marker]:hidden">
          <Dot isHollow={isOverridable} />
          <span className="min-w-0 underline decoration-rule-strong decoration-dotted underline-offset-3">
            {title}
          </span>
        </summary>
        <ul className="pb-1 pl-4.5 text-sm text-ink-2">
          {issues.map((issue, index) => (
            <li key={`${issue.field}-${issue.message}`} className="mt-1">
              {code === "quote-cut" ? "Why is said with the evidence." : issue.message}{" "}
              {issues.length > 1 ? <Link href={remedies[index]!.href}>{remedies[index]!.label}</Link> : null}
            </li>
          ))}
          {isOverridable ? <li className="mt-1 text-ink-3">An editor may override it.</li> : null}
        </ul>
      </details>
      <Link href={remedies[0]!.href} className="absolute top-1 right-0 min-h-6 max-w-34 text-right">
        {remedies[0]!.label}
      </Link>
    </li>
  );
}
