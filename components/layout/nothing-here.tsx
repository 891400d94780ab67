import Link from "next/link";
import { DeskPage } from "./page";
import { places } from "./places";

type Props = {
  /** What was looked for: "claim". */
  what: string;
  /** The list it would be in. */
  list: { label: string; href: string };
  /** The address is that of a step of its work, which may not be open while the thing itself is there. */
  isStep?: boolean;
};

/** Says what was looked for and leads on; the same words whether there is none or somebody may not see it. */
export function NothingHere({ what, list, isStep = false }: Props) {
  return (
    <DeskPage
      title={isStep ? "This step is not open to you" : `There is no such ${what} that you may see`}
      lead={
        isStep
          ? `Either the ${what} is not at this step, or it is another person's; or there is no such ${what} that you may see.`
          : `The address may be cut off, the ${what} may never have existed, or it is not shared with you. Whoever sent you the address can say which.`
      }
    >
      <ul className="grid justify-items-start gap-1">
        <li>
          <Link href={list.href} className="inline-block py-0.5">
            {list.label}
          </Link>
        </li>
        <li>
          <Link href={places.search} className="inline-block py-0.5">
            Search the desk
          </Link>
        </li>
        {list.href === places.queue ? null : (
          <li>
            <Link href={places.queue} className="inline-block py-0.5">
              Go to the queue
            </Link>
          </li>
        )}
      </ul>
    </DeskPage>
  );
}
