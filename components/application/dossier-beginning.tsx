import Link from "next/link";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";

/** What the dossier is and how to begin, while nothing is published that it could be counted from. */
export function DossierBeginning() {
  return (
    <EmptyState title="Your dossier begins with the first verdict you publish">
      <p>
        A newsroom that applies to be a signatory of the IFCN or the EFCSN shows an assessor how it works.
        This dossier is that: your pace, ratings, claimants, sources, corrections and what you chose not to
        check, counted from what you signed, as a page to print and as tables to attach. It fills itself.
      </p>
      <ol className="mt-3 grid list-decimal gap-1.5 pl-5">
        <li>
          <Link href={places.sitePages}>Write your pages</Link>: who you are, who pays, how you check and
          correct. Another person signs each.
        </li>
        <li>
          <Link href={places.newClaim}>Check a claim</Link> and publish the verdict; the codes ask for about
          one a week over half a year.
        </li>
        <li>Correct in the open when something was wrong: corrections count for you, not against you.</li>
        <li>
          Come back here: below stands what is missing, and from the first verdict on the page to print.
        </li>
      </ol>
    </EmptyState>
  );
}
