import type { DrawnRoute } from "@/lib/attributions/route-view";
import type { ClaimState } from "@/lib/claims/vocabulary";
import { en } from "@/lib/words/en";
import { RoutePicture } from "@/components/reader/route-picture";
import { RouteTable } from "@/components/reader/route-table";
import { Disclosure } from "@/components/ui/disclosure";
import { noArticle } from "./sources-summary";

/** The route of the information in words, as the picture that readers will see with what is suggested, and as a table. */
export function SourcesPicture({ route, state }: { route: DrawnRoute; state: ClaimState }) {
  const hasSuggestions = route.edges.some((edge) => edge.suggested);
  return (
    <figure className="rounded-md bg-sunk p-4">
      <figcaption className="mb-3 max-w-prose">
        {route.nodes.length > 0 ? route.words : noArticle(state)}
      </figcaption>
      {route.nodes.length > 0 ? (
        <>
          <RoutePicture route={route} words={en} hasRoom />
          <p className="mt-3 text-sm text-ink-3">
            Arrows follow the information. Dashed is not read or not known.
            {hasSuggestions
              ? " Dotted is suggested by a rule: it counts, and readers see it, once somebody has confirmed it."
              : null}
          </p>
          <Disclosure summary="The same as a table">
            <div
              className="route-table overflow-x-auto wrap-break-word"
              role="group"
              aria-label="The route as a table"
              tabIndex={0}
            >
              <RouteTable route={route} words={en} />
            </div>
          </Disclosure>
        </>
      ) : null}
    </figure>
  );
}
