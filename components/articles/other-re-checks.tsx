import Link from "next/link";
import type { DependantTaskDto } from "@/lib/articles/dependants-dto";
import { ClaimName } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { Section } from "@/components/ui/section";

/** More than a page is for are counted. */
const mostShown = 30;

/** Claims that wait to be checked again because the source was marked, although they lean on it no more. */
export function OtherReChecks({ tasks }: { tasks: DependantTaskDto[] }) {
  if (tasks.length === 0) return null;
  const left = tasks.length - mostShown;
  return (
    <Section id="other-re-checks" title="Other re-checks that are open" aside={tasks.length}>
      <p className="mb-2 text-ink-2">
        They were asked for when the source was marked, and lean on it no more. Each waits among the{" "}
        <Link href={places.tasks}>tasks</Link> until somebody says what came of it.
      </p>
      <ul className="border-b">
        {tasks.slice(0, mostShown).map(({ id, claimId, claimText }) => (
          <li key={id} className="border-t py-2">
            <ClaimName id={claimId ?? ""} text={claimText ?? ""} />
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-2 text-ink-2">And {left} more.</p> : null}
    </Section>
  );
}
