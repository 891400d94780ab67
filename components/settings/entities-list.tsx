import Link from "next/link";
import type { EntityDto } from "@/lib/entities/dto";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";

type Props = { entities: EntityDto[]; nextHref: string | null; isFiltered: boolean };

/** People and organisations by name, with other names and what waits for a decision. */
export function EntitiesList({ entities, nextHref, isFiltered }: Props) {
  if (entities.length === 0) {
    return (
      <EmptyState title={isFiltered ? "Nobody is called that" : "Nobody yet"}>
        {isFiltered
          ? "Try fewer letters of the name, or another name."
          : "Here stand the people and organisations behind outlets and sources: what else they are called, and what they have to gain. Owners of outlets are added when they are named, others by hand."}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-b">
        {entities.map((entity) => {
          const open = entity.links.filter(({ status }) => status === "suggested").length;
          return (
            <li key={entity.id} className="flex flex-wrap items-baseline gap-x-4 border-t py-2">
              <Link href={places.entity(entity.id)} className="min-w-40 flex-1 font-semibold wrap-anywhere">
                {entity.name}
              </Link>
              <span className="line-clamp-3 flex-1 basis-48 text-sm text-ink-2 wrap-anywhere max-tabs:basis-full">
                {[
                  entity.kind,
                  entity.otherNames.length > 0 ? `also ${entity.otherNames.join(", ")}` : null,
                  entity.interests ? `interests: ${entity.interests.words}` : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {open > 0 ? <span className="text-sm text-warn">{open} to decide</span> : null}
            </li>
          );
        })}
      </ul>
      <PaginationNext href={nextHref} />
    </>
  );
}
