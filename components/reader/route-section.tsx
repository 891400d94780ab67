import type { RecordRoute } from "@/lib/publications/record";
import { RoutePicture } from "./route-picture";
import { RouteTable } from "./route-table";

function Words({ words }: { words: string }) {
  const colon = words.indexOf(": ");
  if (colon < 1 || colon > 48) return <>{words}</>;
  return (
    <>
      <strong>{words.slice(0, colon + 1)}</strong>
      {words.slice(colon + 1)}
    </>
  );
}

/** "Where this comes from": in words, as a picture, and as a table. */
export function RouteSection({ route }: { route: RecordRoute }) {
  return (
    <section id="route">
      <h2>Where this comes from</h2>
      <figure className="route-figure">
        <figcaption>
          <Words words={route.words} />
        </figcaption>
        {route.nodes.length > 0 ? (
          <>
            <RoutePicture route={route} />
            <p className="key">Arrows follow the information. Dashed means not known or not confirmed.</p>
            <details>
              <summary>The same as a table</summary>
              <RouteTable route={route} />
            </details>
          </>
        ) : null}
      </figure>
    </section>
  );
}
