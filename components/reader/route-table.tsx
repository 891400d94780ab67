import type { DrawnRoute } from "@/lib/attributions/route-view";
import { columns } from "./route-boxes";

/** The picture for whoever reads or hears it: each arrow as a row, and each article that nothing leads to. */
export function RouteTable({ route }: { route: DrawnRoute }) {
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
            <td>{edge.known || edge.suggested ? edge.label : `${edge.label} (not confirmed)`}</td>
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
