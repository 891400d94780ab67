import Link from "next/link";
import { places } from "@/components/layout/places";

type Props = {
  id: string;
  text: string;
  /** What was found about it, in one sentence; empty or left out where that is not to be told. */
  finding?: string | null;
  /** Where it leads, unless to the claim. */
  href?: string;
};

/** A claim as every list of the desk names it: its words, which lead to it, and beneath them the finding. */
export function ClaimName({ id, text, finding, href = places.claim(id) }: Props) {
  return (
    <>
      <p className="min-w-0 font-medium">
        <Link
          href={href}
          dir="auto"
          className="line-clamp-3 py-0.5 wrap-anywhere text-ink decoration-rule-strong"
        >
          {text}
        </Link>
      </p>
      {finding ? (
        <p dir="auto" className="font-serif wrap-anywhere text-ink-2">
          <span className="font-sans text-sm text-ink-3">Finding: </span>
          {finding}
        </p>
      ) : null}
    </>
  );
}
