import type { NetChange } from "@/lib/log/net-changes";
import { Disclosure } from "@/components/ui/disclosure";
import { TimeAgo } from "@/components/ui/time-ago";
import { NetChangeList } from "./net-change-list";

type Props = {
  claimId: string;
  /** What others did; null when there is nothing new, or this is the first look. */
  since: { changes: readonly NetChange[]; since: string; more: boolean } | null;
  now?: string;
};

/** What others did on the claim since this person last had it open. */
export function ChangesSince({ claimId, since, now }: Props) {
  if (!since) return null;
  const count = since.changes.length;
  return (
    <section
      id="since"
      aria-labelledby="since-title"
      className="mt-3 rounded-md border border-rule-strong px-3 py-2"
    >
      <h2 id="since-title" className="sr-only">
        Changed since you looked
      </h2>
      <Disclosure
        summary={
          <span>
            {count}
            {since.more ? " or more" : null} {count === 1 ? "change" : "changes"} since you looked,{" "}
            <TimeAgo at={since.since} now={now} />
          </span>
        }
      >
        <NetChangeList claimId={claimId} changes={since.changes} now={now} />
      </Disclosure>
    </section>
  );
}
