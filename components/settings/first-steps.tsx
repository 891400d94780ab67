import Link from "next/link";
import { places } from "@/components/layout/places";

const steps = [
  {
    href: places.siteSettings,
    label: "Name the newsroom",
    about: "Its name, language and time zone stand on every page that readers see.",
  },
  {
    href: places.people,
    label: "Invite people",
    about: "A verdict takes two people who review it, and an editor who wrote none of it to sign it.",
  },
  {
    href: places.sitePages,
    label: "Say who you are and how you check",
    about: "About, contact and corrections policy are yours to write; a methodology comes with Countersign.",
  },
];

/** What an admin does first, while the desk holds no claim. */
export function FirstSteps() {
  return (
    <section aria-labelledby="first-steps" className="mb-6 max-w-prose">
      <h2 id="first-steps" className="mb-1 font-semibold">
        First steps for you as admin
      </h2>
      <ol className="border-b">
        {steps.map(({ href, label, about }) => (
          <li key={href} className="border-t py-2.5">
            <Link href={href} className="font-semibold">
              {label}
            </Link>
            <p className="text-sm text-ink-3">{about}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
