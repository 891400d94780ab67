import Link from "next/link";
import type { ReactNode } from "react";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";

export type WhyEmpty = "filtered" | "view" | "needs-me" | "none";

type Props = {
  why: WhyEmpty;
  wide?: boolean;
  /** What else is good to know while the desk holds no claim. */
  beginning?: ReactNode;
};

/** Why there are no rows, and what to do. */
export function QueueEmpty({ why, wide, beginning }: Props) {
  if (why === "filtered") {
    return (
      <EmptyState title="No claim matches">
        <Link href={`${places.queue}?needs=all`}>Show all claims</Link>, or try fewer words.
      </EmptyState>
    );
  }
  if (why === "view") {
    return (
      <EmptyState title="No claim is here now">
        <Link href={`${places.queue}?needs=all`}>Show all claims</Link>
      </EmptyState>
    );
  }
  if (why === "needs-me" && !wide) return <p className="text-ink-3">Nothing else waits for you.</p>;
  return (
    <EmptyState title={why === "needs-me" ? "Nothing waits for you yet" : "There are no claims yet"}>
      A claim is something that somebody said and that you check.{" "}
      <Link href={places.addArticle}>Add an article</Link> and mark what it claims,{" "}
      <Link href={places.newClaim}>write a claim</Link> yourself, or{" "}
      <Link href={places.importSheet}>import a sheet</Link> of them.
      {beginning}
    </EmptyState>
  );
}
