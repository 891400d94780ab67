import Link from "next/link";
import type { ReactNode } from "react";
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
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
            <span className="font-semibold">{asks}</span>
            <span className="flex items-baseline gap-x-3 max-tabs:basis-full">
              <Pill>{requirementWords[state]}</Pill>
              <span className="text-sm text-ink-3">{codes.join(", ")}</span>
            </span>
          </p>
          <p className="mt-1 text-ink-2">{withLinks(found)}</p>
          {todo === null ? null : (
            <p>{isSitePageName(id) ? <Link href={places.sitePage(id)}>{todo}</Link> : todo}</p>
          )}
          {state === "missing" && !isSitePageName(id) ? (
            <p>
              <Link href={`${places.queue}?needs=editor`}>Claims that are ready to be signed</Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What was found, with the addresses of readers' pages in it as links. */
function withLinks(found: string): ReactNode[] {
  return found.split(/(https?:\/\/[^\s;]+)/).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <a key={index} href={piece} className="wrap-anywhere">
        {piece}
      </a>
    ),
  );
}
