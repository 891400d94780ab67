import Link from "next/link";
import type { GateDto } from "@/lib/claims/dto";
import { Section } from "@/components/ui/section";
import { remedyFor, type ClaimLinks } from "./claim-links";

type Props = {
  gate: GateDto;
  links: ClaimLinks;
  /** The viewer has not reviewed yet, so lines about others' work are left out. */
  isBlind?: boolean;
};

/** What is missing before an editor can sign; each line leads to its remedy. */
export function GateList({ gate, links, isBlind }: Props) {
  return (
    <Section id="gate" title="Before an editor can sign">
      {gate.issues.length === 0 ? (
        <p className="rounded-md border px-3 py-2">
          {isBlind
            ? "You see the rest of this list once you have given your review."
            : "Nothing is missing: an editor can sign."}
        </p>
      ) : (
        <ul className="rounded-md border px-3">
          {gate.issues.map((issue) => {
            const remedy = remedyFor(issue.code, issue.field, links);
            return (
              <li
                key={`${issue.code}-${issue.field}-${issue.message}`}
                className="flex flex-wrap gap-x-3 gap-y-1 border-t py-2 first:border-t-0"
              >
                <span className="flex min-w-48 flex-1 gap-2.5">
                  <span
                    aria-hidden="true"
                    className={`mt-1.5 size-2 shrink-0 rounded-full border-2 border-warn ${issue.overridable ? "" : "bg-warn"}`}
                  />
                  <span>
                    {issue.message}
                    {issue.overridable ? (
                      <span className="block text-sm text-ink-3">
                        An editor may override it with a reason that is printed.
                      </span>
                    ) : null}
                  </span>
                </span>
                <Link href={remedy.href} className="min-h-6 whitespace-nowrap">
                  {remedy.label}
                </Link>
              </li>
            );
          })}
          {isBlind ? (
            <li className="border-t py-2 text-sm text-ink-3">
              You see the rest of this list once you have given your review.
            </li>
          ) : null}
        </ul>
      )}
    </Section>
  );
}
