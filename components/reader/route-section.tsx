import type { RecordRoute } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { routeIn } from "@/lib/words/recorded";
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
export function RouteSection({ route: recorded, words }: { route: RecordRoute; words: ReaderWords }) {
  const route = routeIn(recorded, words);
  const { title, key, asTable } = words.route;
  return (
    <section id="route">
      <h2>{title}</h2>
      <figure className="route-figure">
        <figcaption>
          <Words words={route.words} />
        </figcaption>
        {route.nodes.length > 0 ? (
          <>
            <RoutePicture route={route} words={words} />
            <p className="key">{key}</p>
            <details>
              <summary>{asTable}</summary>
              <RouteTable route={route} words={words} />
            </details>
          </>
        ) : null}
      </figure>
    </section>
  );
}
