import { places } from "@/components/layout/places";
import type { SignedFinding } from "@/lib/publications/signed-finding";
import type { Rating } from "@/lib/settings/ratings";
import { RatingTag } from "./rating-tag";

type Props = { slug: string; signed: SignedFinding; ratings: readonly Rating[] };

/** What readers have now, above an act about it: version, rating, finding, and the way to their page. */
export function ActedOn({ slug, signed, ratings }: Props) {
  return (
    <section
      aria-label="What readers have now"
      className="my-5 rounded-md border border-rule-strong px-3 py-2"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong className="font-semibold">Version {signed.version}</strong>
        <RatingTag code={signed.rating.code} ratings={ratings} />
        <a href={places.publication(slug)} className="ml-auto text-sm max-tabs:ml-0">
          As readers see it
        </a>
      </p>
      <p className="mt-1 font-serif text-md [overflow-wrap:anywhere]">{signed.finding}</p>
    </section>
  );
}
