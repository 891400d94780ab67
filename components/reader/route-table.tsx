import type { DrawnRoute } from "@/lib/attributions/route-view";
import type { ReaderWords } from "@/lib/words/reader";

/** The picture for whoever reads or hears it: each arrow as a row, and each article that nothing leads to. */
export function RouteTable({ route, words }: { route: DrawnRoute; words: ReaderWords }) {
  const said = words.route;
  const nameOf = (id: string) => route.nodes.find((node) => node.id === id)?.name ?? id;
  const linked = new Set(route.edges.flatMap((edge) => [edge.from, edge.to]));
  const alone = route.nodes.filter((node) => !linked.has(node.id));
  return (
    <table>
      <caption>{said.caption}</caption>
      <thead>
        <tr>
          {[said.from, said.to, said.how].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {route.edges.map((edge, index) => (
          <tr key={index}>
            <th scope="row">{nameOf(edge.from)}</th>
            <td>{nameOf(edge.to)}</td>
            <td>{edge.known || edge.suggested ? edge.label : said.notConfirmed(edge.label)}</td>
          </tr>
        ))}
        {alone.map((node) => (
          <tr key={node.id}>
            <th scope="row">{node.what === "origin" ? node.name : said.notKnown}</th>
            <td>{node.what === "origin" ? said.nobody : node.name}</td>
            <td>
              {node.note === "" ? said.columns[node.column].toLocaleLowerCase(words.locale) : node.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
