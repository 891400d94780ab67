import { RoutePicture } from "@/components/reader/route-picture";
import type { RecordRoute } from "@/lib/publications/record";

/** The route of the information in words and as the picture that readers will see. */
export function SourcesPicture({ route }: { route: RecordRoute }) {
  return (
    <figure className="rounded-md bg-sunk p-4">
      <figcaption className="mb-3 max-w-prose">{route.words}</figcaption>
      {route.nodes.length > 0 ? <RoutePicture route={route} /> : null}
    </figure>
  );
}
