import Link from "next/link";
import type { ArticleRowDto } from "@/lib/articles/dto";
import { failureInParts } from "@/lib/articles/failure-words";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { articleStateWords } from "./attribution-words";

type ListProps = {
  articles: ArticleRowDto[];
  nextHref: string | null;
  now?: string;
  isFiltered?: boolean;
  /** Where a row leads: to the article's own page unless this says otherwise. */
  hrefOf?: (articleId: string) => string;
};

/** The articles of the desk, newest first. */
export function ArticleList({ articles, nextHref, now, isFiltered, hrefOf = places.article }: ListProps) {
  if (articles.length === 0) {
    return isFiltered ? (
      <EmptyState title="No article matches">Try fewer words, or one word of its title or outlet.</EmptyState>
    ) : (
      <EmptyState title="No articles yet">
        An article is what you quote from: a story, a report, a post, a dataset.{" "}
        <Link href={places.addArticle}>Add the first one</Link>: paste its text, drop a file or give its
        address.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-b">
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} href={hrefOf(article.id)} now={now} />
        ))}
      </ul>
      <PaginationNext href={nextHref} />
    </>
  );
}

/** One article in a list. */
function ArticleRow({ article, href, now }: { article: ArticleRowDto; href: string; now?: string }) {
  const facts = [
    article.state === "captured" ? null : articleStateWords[article.state],
    useWords(article),
  ].filter(Boolean);
  return (
    <li className="border-t">
      <Link href={href} className="block py-2.5 text-ink no-underline hover:bg-sunk">
        <span dir="auto" className="line-clamp-3 font-serif text-md font-medium wrap-anywhere">
          {article.title ??
            article.url ??
            (article.outlet ? `${article.outlet}, title unknown` : "Title unknown")}
        </span>
        <span className="block text-sm wrap-anywhere text-ink-3">
          {article.publishedAt ? <TimeAgo at={article.publishedAt} now={now} /> : "date unknown"} ·{" "}
          <bdi>{article.outlet ?? "outlet unknown"}</bdi> · {facts.join(" · ")}
        </span>
        {article.failure ? (
          <span className="block text-sm text-warn">
            {failureInParts(article.failure.message).happened}{" "}
            <span className="underline decoration-1 underline-offset-3">Open it to paste its text</span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}

/** What it is used for: its own words, and by others that have something from it. */
function useWords({ evidenceCount, leaningCount }: ArticleRowDto): string {
  const leaning = `${leaningCount} ${leaningCount === 1 ? "article leans" : "articles lean"} on it`;
  if (evidenceCount > 0) return `used ${timesWords(evidenceCount)}`;
  return leaningCount > 0 ? `not quoted itself; ${leaning}` : "not quoted yet";
}

function timesWords(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
