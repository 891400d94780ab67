import type { ReactNode } from "react";
import type { Counted } from "@/lib/application/figures";
import { percent } from "@/lib/core/percent";

/** A part of the dossier with how its figures are counted. */
export function Part({
  id,
  title,
  counted,
  children,
}: {
  id: string;
  title: string;
  counted: string;
  children: ReactNode;
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
      <p className="meta">How it is counted: {counted}</p>
    </section>
  );
}

/** Rows under headings; the first cell of each row heads it. On a narrow screen each row is a list. */
export function Table({
  heads,
  rows,
}: {
  heads: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <table role="table" className="stacking">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([first, ...rest], index) => (
          <tr key={index} role="row">
            <th role="rowheader" scope="row">
              {first}
            </th>
            {rest.map((cell, place) => (
              <td key={place} role="cell" data-label={heads[place + 1]}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "1 correction", "3 corrections". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The day of an ISO 8601 time. */
export function Day({ iso }: { iso: string }) {
  return <span className="nowrap">{iso.slice(0, 10)}</span>;
}

function shareOf(count: number, total: number): string {
  return total === 0 ? "" : percent(count / total);
}

/** Names with how often each stands and its share of `total` verdicts; past `most` rows the rest is one row. */
export function CountTable({
  head,
  counts,
  total,
  unnamed,
  most = 15,
}: {
  head: string;
  counts: readonly Counted[];
  total: number;
  unnamed: string;
  most?: number;
}) {
  if (counts.length === 0) return <p>None.</p>;
  const shown = counts.slice(0, most);
  const rest = counts.slice(most);
  const restCount = rest.reduce((sum, { count }) => sum + count, 0);
  return (
    <Table
      heads={[head, "Verdicts", "Share"]}
      rows={[
        ...shown.map(({ name, count }) => [name ?? unnamed, count, shareOf(count, total)]),
        ...(rest.length > 0 ? [[`${rest.length} others`, restCount, shareOf(restCount, total)]] : []),
      ]}
    />
  );
}
