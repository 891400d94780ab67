import Link from "next/link";
import type { OutletDto } from "@/lib/outlets/dto";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";

type Props = { outlets: OutletDto[]; nextHref: string | null; isFiltered: boolean };

/** Outlets by name, with what is known of each. */
export function OutletsList({ outlets, nextHref, isFiltered }: Props) {
  if (outlets.length === 0) {
    return (
      <EmptyState title={isFiltered ? "No outlet is called that" : "No outlets yet"}>
        {isFiltered
          ? "Try fewer letters of its name, or another name of it."
          : "An outlet stands here once an article names it. Then you can say who owns it, and which names are one outlet."}{" "}
        {isFiltered ? null : <Link href={places.addArticle}>Add an article</Link>}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-b">
        {outlets.map((outlet) => (
          <li key={outlet.id} className="flex flex-wrap items-baseline gap-x-4 border-t py-2">
            <Link href={places.outlet(outlet.id)} className="min-w-40 flex-1 font-semibold wrap-anywhere">
              {outlet.name}
            </Link>
            <span className="flex-1 basis-48 text-sm text-ink-2 wrap-anywhere">{factsOf(outlet)}</span>
            <span className="text-sm text-ink-3">
              {outlet.articles === 0 ? "no articles" : <Articles outlet={outlet} />}
            </span>
          </li>
        ))}
      </ul>
      <PaginationNext href={nextHref} />
    </>
  );
}

function Articles({ outlet: { id, name, articles } }: { outlet: OutletDto }) {
  return (
    <Link href={`${places.outlet(id)}#articles`} className="inline-block py-0.5">
      {articles.toLocaleString("en")} {articles === 1 ? "article" : "articles"}
      <span className="sr-only"> of {name}</span>
    </Link>
  );
}

function factsOf({ owner, host, agency, otherNames }: OutletDto): string {
  const facts = [
    owner ? `owned by ${owner.name}` : "owner unknown",
    agency ? "agency" : null,
    host,
    otherNames.length > 0 ? `also ${otherNames.join(", ")}` : null,
  ];
  return facts.filter(Boolean).join(" · ");
}
