import Link from "next/link";
import { places } from "@/components/layout/places";
import type { Missing } from "@/lib/accounts/who-is-missing";

const missingWords: Record<Missing, string> = {
  "second-person": "You are alone here so far",
  editor: "Nobody here is an editor yet",
};

type Props = { missing: Missing | null; mayInvite: boolean };

/** What it takes until readers see a verdict, while there is none; admins read the first half among their first steps. */
export function VerdictNeeds({ missing, mayInvite }: Props) {
  if (mayInvite && missing === null) return null;
  return (
    <p className="mt-2">
      {mayInvite
        ? null
        : "A verdict takes somebody who writes the claim, a second person who reviews it, and an editor who wrote none of it to sign it."}
      {missing === null ? null : ` ${missingWords[missing]}: `}
      {missing === null ? null : mayInvite ? (
        <>
          invite people under <Link href={places.people}>Settings, People</Link>.
        </>
      ) : (
        "an admin invites people, under Settings, People."
      )}
    </p>
  );
}
