import type { RecordRoute } from "@/lib/publications/record";
import { columns } from "./route-boxes";
import { RoutePicture } from "./route-picture";

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

function RouteTable({ route }: { route: RecordRoute }) {
  const nameOf = (id: string) => route.nodes.find((node) => node.id === id)?.name ?? id;
  const heading = (id: string) => columns.find((column) => column.id === id)?.heading ?? "";
  const linked = new Set(route.edges.flatMap((edge) => [edge.from, edge.to]));
  const alone = route.nodes.filter((node) => !linked.has(node.id));
  return (
    <table>
      <caption>Each arrow of the picture, from who had it to who took it over</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">How</th>
        </tr>
      </thead>
      <tbody>
        {route.edges.map((edge, index) => (
          <tr key={index}>
            <th scope="row">{nameOf(edge.from)}</th>
            <td>{nameOf(edge.to)}</td>
            <td>{edge.known ? edge.label : `${edge.label} (not confirmed)`}</td>
          </tr>
        ))}
        {alone.map((node) => (
          <tr key={node.id}>
            <th scope="row">{node.what === "origin" ? node.name : "not known"}</th>
            <td>{node.what === "origin" ? "nobody we know of" : node.name}</td>
            <td>{node.note === "" ? heading(node.column).toLowerCase() : node.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
