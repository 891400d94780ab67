import type { Spread } from "@/lib/newsroom-figures/figures";
import { sayDuration } from "@/lib/newsroom-figures/say-amounts";

const width = 340;
const rowHeight = 44;
const axisHeight = 20;
const inset = 6;

const ticks = [
  { seconds: 60, label: "1 min" },
  { seconds: 600, label: "10 min" },
  { seconds: 3600, label: "1 h" },
  { seconds: 21_600, label: "6 h" },
  { seconds: 86_400, label: "1 day" },
  { seconds: 604_800, label: "1 week" },
  { seconds: 2_592_000, label: "30 days" },
  { seconds: 31_536_000, label: "1 year" },
];

type Drawn = { name: string; count: number; quantiles: Spread["quantiles"] };

/** Where a time lies on the shared scale, whose steps grow: a minute and a month must both be seen. */
function scaleOf(rows: readonly Drawn[]) {
  const all = rows.flatMap(({ quantiles }) => (quantiles ? [quantiles.p10, quantiles.p90] : []));
  const [least, most] = [Math.max(60, Math.min(...all)), Math.max(3600, ...all)];
  const from = ticks.findLastIndex(({ seconds }) => seconds <= least);
  const to = ticks.findIndex(({ seconds }) => seconds >= most);
  const shown = ticks.slice(Math.max(0, from), to === -1 ? undefined : Math.max(to, from + 1) + 1);
  const [low, high] = [
    Math.log(shown[0]!.seconds),
    Math.log(Math.max(shown.at(-1)!.seconds, to === -1 ? most : 0)),
  ];
  const x = (seconds: number) => {
    const place = (Math.log(Math.max(60, seconds)) - low) / (high - low || 1);
    return Math.round((inset + Math.min(1, Math.max(0, place)) * (width - 2 * inset)) * 10) / 10;
  };
  return { shown, x };
}

function inWords({ name, count, quantiles: q }: Drawn): string {
  if (!q) return `${name}: ${count} ${count === 1 ? "case" : "cases"}, too few to say.`;
  return `${name}, ${count} cases: the median is ${sayDuration(q.p50)}, the middle half ${sayDuration(q.p25)} to ${sayDuration(q.p75)}.`;
}

/** Times as lines: thin for the middle eight of ten cases, thick for the middle half, a tick at the median. */
export function SpreadLines({ rows }: { rows: readonly Drawn[] }) {
  const drawn = rows.filter(({ quantiles }) => quantiles !== null);
  const { shown, x } = scaleOf(drawn);
  const height = rows.length * rowHeight + (drawn.length > 0 ? axisHeight : 0);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="currentColor"
      role="img"
      aria-label={rows.map(inWords).join(" ")}
    >
      {rows.map((row, index) => (
        <Line key={row.name} row={row} top={index * rowHeight} x={x} />
      ))}
      {drawn.length > 0
        ? shown.map(({ seconds, label }, index) => (
            <text
              key={label}
              x={x(seconds)}
              y={height - 4}
              fontSize={10.5}
              opacity={0.8}
              textAnchor={index === 0 ? "start" : index === shown.length - 1 ? "end" : "middle"}
            >
              {label}
            </text>
          ))
        : null}
    </svg>
  );
}

function Line({ row, top, x }: { row: Drawn; top: number; x: (seconds: number) => number }) {
  const { name, count, quantiles: q } = row;
  const y = top + 30;
  return (
    <g>
      <text x={1} y={top + 15}>
        {name}
      </text>
      <text x={width - 1} y={top + 15} textAnchor="end" fontWeight={600}>
        {q ? sayDuration(q.p50) : `too few to say (${count})`}
      </text>
      <path d={`M${inset} ${y}H${width - inset}`} stroke="currentColor" opacity={0.2} />
      {q ? (
        <g stroke="currentColor" fill="none">
          <path d={`M${x(q.p10)} ${y}H${x(q.p90)}`} strokeWidth={1.5} />
          <path d={`M${x(q.p25)} ${y}H${x(q.p75)}`} strokeWidth={6} opacity={0.7} />
          <path d={`M${x(q.p50)} ${y - 7}v14`} strokeWidth={2.5} />
        </g>
      ) : null}
    </g>
  );
}
