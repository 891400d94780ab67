import Link from "next/link";
import { AskButton } from "@/components/ui/button";

type Props = {
  page: number;
  pages: number;
  /** The address that shows a page once `page` is added to its query. */
  at: { path: string; query: Record<string, string> };
};

/** From page to page of a document: links and a form that only leads somewhere, so that no script is needed. */
export function PageNav({ page, pages, at }: Props) {
  if (pages < 2) return null;
  const href = (to: number) => `${at.path}?${new URLSearchParams({ ...at.query, page: String(to) })}`;
  return (
    <nav
      aria-label="Pages of the document"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5 text-sm"
    >
      <span className="font-medium tabular-nums">
        Page {page} of {pages}
      </span>
      {page > 1 ? (
        <Link href={href(page - 1)} prefetch={false} scroll={false} rel="prev" className="py-1">
          Previous page
        </Link>
      ) : null}
      {page < pages ? (
        <Link href={href(page + 1)} prefetch={false} scroll={false} rel="next" className="py-1">
          Next page
        </Link>
      ) : null}
      {pages > 2 ? (
        <form action={at.path} className="ml-auto flex items-center gap-2">
          {Object.entries(at.query).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="go-to-page">Go to page</label>
          <input
            key={page}
            id="go-to-page"
            name="page"
            type="number"
            min={1}
            max={pages}
            required
            defaultValue={page}
            className="control w-20"
          />
          <AskButton small>Go</AskButton>
        </form>
      ) : null}
    </nav>
  );
}
