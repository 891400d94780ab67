import Link from "next/link";
import { shareWords, type Tally } from "@/lib/selection/ledger";

type Props = {
  id: string;
  title: string;
  /** The word above the first column. */
  what: string;
  tallies: readonly Tally[];
  /** A key in words. */
  name: (key: string) => string;
  /** Where the declined ones of a key are listed; null for none. */
  href?: (key: string) => string | null;
  /** Only how many were declined is told: reasons have nothing that was chosen. */
  onlyDeclined?: boolean;
};

/** How many were chosen (filled) and how many were not (outlined): a table whose rows are drawn as bars too. */
export function TallyChart({ id, title, what, tallies, name, href, onlyDeclined }: Props) {
  if (tallies.length === 0) return null;
  const most = Math.max(1, ...tallies.map(({ chosen, declined }) => chosen + declined));
  const columns = onlyDeclined ? ["not"] : ["chosen", "not", "share"];
  return (
    <section aria-labelledby={`${id}-title`} className="min-w-0">
      <h3 id={`${id}-title`} className="mb-1 text-sm font-semibold">
        {title}
      </h3>
      <table className="w-full text-sm tabular-nums" aria-labelledby={`${id}-title`}>
        <thead className="text-left text-ink-3">
          <tr>
            <th scope="col" colSpan={2} className="py-1 font-normal">
              {what}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="pl-3 text-right font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <tr key={tally.key} className="border-t">
              <th scope="row" className="w-1/3 py-1 pr-3 text-left font-normal [overflow-wrap:anywhere]">
                <Name text={name(tally.key)} href={tally.declined > 0 ? (href?.(tally.key) ?? null) : null} />
              </th>
              <td className="w-1/4 text-ink-2">
                <Bar tally={tally} most={most} />
              </td>
              {onlyDeclined ? null : <td className="pl-3 text-right">{tally.chosen}</td>}
              <td className="pl-3 text-right">{tally.declined}</td>
              {onlyDeclined ? null : (
                <td className="pl-3 text-right whitespace-nowrap">{shareWords(tally)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Name({ text, href }: { text: string; href: string | null }) {
  return href ? <Link href={href}>{text}</Link> : text;
}

const [width, height] = [160, 12];

/** One row's bar; the numbers stand beside it, so it is not read out. */
function Bar({ tally: { chosen, declined }, most }: { tally: Tally; most: number }) {
  const scaled = (count: number) => (count / most) * (width - 2);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="block h-3 w-full"
      aria-hidden="true"
      fill="currentColor"
      stroke="currentColor"
    >
      {chosen > 0 ? <rect x={1} y={1} width={scaled(chosen)} height={height - 2} /> : null}
      {declined > 0 ? (
        <rect
          x={1 + scaled(chosen)}
          y={1}
          width={scaled(declined)}
          height={height - 2}
          fillOpacity="0.15"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  );
}
