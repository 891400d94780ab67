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

const [barHeight, gap, width] = [14, 8, 320];

/** How many were chosen (dark) and how many were not (light), a bar a row; the same numbers stand in the table behind it. */
export function TallyChart({ id, title, what, tallies, name, href, onlyDeclined }: Props) {
  if (tallies.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`} className="min-w-0">
      <h3 id={`${id}-title`} className="mb-2 text-sm font-semibold">
        {title}
      </h3>
      <Bars tallies={tallies} label={`${title}: the numbers are in the table below.`} />
      <table className="mt-2 w-full text-sm tabular-nums">
        <thead className="text-left text-ink-3">
          <tr>
            <th scope="col" className="py-1 font-normal">
              {what}
            </th>
            {onlyDeclined ? null : (
              <th scope="col" className="px-2 text-right font-normal">
                chosen
              </th>
            )}
            <th scope="col" className="px-2 text-right font-normal">
              not
            </th>
            {onlyDeclined ? null : (
              <th scope="col" className="text-right font-normal">
                share
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tallies.map((tally) => (
            <tr key={tally.key} className="border-t">
              <th scope="row" className="py-1 text-left font-normal [overflow-wrap:anywhere]">
                <Name text={name(tally.key)} href={tally.declined > 0 ? (href?.(tally.key) ?? null) : null} />
              </th>
              {onlyDeclined ? null : <td className="px-2 text-right">{tally.chosen}</td>}
              <td className="px-2 text-right">{tally.declined}</td>
              {onlyDeclined ? null : <td className="text-right">{shareWords(tally)}</td>}
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

function Bars({ tallies, label }: { tallies: readonly Tally[]; label: string }) {
  const most = Math.max(1, ...tallies.map(({ chosen, declined }) => chosen + declined));
  const scaled = (count: number) => (count / most) * width;
  return (
    <svg
      viewBox={`0 0 ${width} ${tallies.length * (barHeight + gap) - gap}`}
      className="h-auto w-full max-w-md text-ink-2"
      role="img"
      aria-label={label}
    >
      {tallies.map(({ key, chosen, declined }, index) => (
        <g key={key} transform={`translate(0 ${index * (barHeight + gap)})`} fill="currentColor">
          <rect width={scaled(chosen)} height={barHeight} />
          <rect
            x={scaled(chosen)}
            width={scaled(declined)}
            height={barHeight}
            fillOpacity="0.18"
            stroke="currentColor"
            strokeWidth={declined > 0 ? 1 : 0}
          />
        </g>
      ))}
    </svg>
  );
}
