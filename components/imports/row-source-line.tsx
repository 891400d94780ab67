import Link from "next/link";
import type { ReactNode } from "react";
import { places } from "@/components/layout/places";
import type { RowSource } from "@/lib/imports/row-source";

/** How the page and the quote of a row stand now, with the way on where a person has to look. */
export function RowSourceLine({ source }: { source: RowSource }) {
  const words = wordsOf(source);
  return words ? <p className="mt-1 text-ink-2">{words}</p> : null;
}

function wordsOf(source: RowSource): ReactNode {
  const { articleId, claimId, page, quote, failure } = source;
  if (quote === "logged") return "Now: the quote is logged as evidence.";
  if (page === "mentioned") return "Now: waits for its page.";
  if (page === "fetching") return "Now: its page is being fetched.";
  if (articleId === null) return null;
  if (page === "failed")
    return (
      <>
        Now: its page could not be fetched. {failure}{" "}
        <Link href={places.article(articleId)}>Its article</Link>
      </>
    );
  if (quote === "found") return "Now: page captured, quote found.";
  if (quote === "closed")
    return "Now: page captured, but the claim takes no evidence in the state that it is in.";
  if (quote === null) return "Now: page captured.";
  return (
    <>
      {quote === "several"
        ? "Now: page captured, and the quote stands there several times. "
        : "Now: page captured, quote not found in it word for word. "}
      <Link href={places.articleBeside(claimId, articleId)} prefetch={false}>
        Choose the words
      </Link>
    </>
  );
}
