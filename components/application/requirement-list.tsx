import Link from "next/link";
import { places } from "@/components/layout/places";
import { Pill } from "@/components/ui/pill";
import type { Requirement } from "@/lib/application/requirements";
import { isSitePageName } from "@/lib/site-pages/pages";
import { requirementWords } from "./requirement-words";

const order = ["missing", "look", "attach", "met"] as const;

/** What the codes ask for, what is missing first, each with what to do. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  const sorted = order.flatMap((state) => requirements.filter((one) => one.state === state));
  return (
    <ul className="border-b">
      {sorted.map(({ id, codes, asks, state, found, todo }) => (
        <li key={id} className="border-t py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-semibold">{asks}</span>
            <span className="flex items-baseline gap-x-3">
              <Pill>{requirementWords[state]}</Pill>
              <span className="text-sm text-ink-3">{codes.join(", ")}</span>
            </span>
          </p>
          <p className="text-ink-2">{found}</p>
          {todo === null ? null : (
            <p>{isSitePageName(id) ? <Link href={places.sitePage(id)}>{todo}</Link> : todo}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
