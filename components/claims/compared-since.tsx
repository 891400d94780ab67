import Link from "next/link";
import type { NetChange } from "@/lib/log/net-changes";
import { places } from "@/components/layout/places";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { NetChangeList } from "./net-change-list";

type Props = {
  claimId: string;
  compared: { changes: readonly NetChange[]; since: string; until: string | null; more: boolean };
  now?: string;
};

/** The claim at some moment of its history, or as it is, against what it was at an earlier one. */
export function ComparedSince({ claimId, compared, now }: Props) {
  return (
    <div className="mb-6">
      <Section
        id="compared"
        title="What became of it"
        aside={<Link href={places.history(claimId)}>Close</Link>}
      >
        <p className="mb-2 text-sm text-ink-3">
          {compared.until ? "From" : "Since"} <TimeAgo at={compared.since} now={now} />
          {compared.until ? (
            <>
              {" to "}
              <TimeAgo at={compared.until} now={now} />
            </>
          ) : null}
          {compared.more ? "; the first five hundred steps" : null}. What was changed and changed back is left
          out.
        </p>
        {compared.changes.length === 0 ? (
          <p>Nothing is different between them.</p>
        ) : (
          <NetChangeList claimId={claimId} changes={compared.changes} now={now} />
        )}
      </Section>
    </div>
  );
}
