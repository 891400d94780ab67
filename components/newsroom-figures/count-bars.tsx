import { fitText, textWidth } from "@/components/reader/fit-text";

const width = 340;
const rowHeight = 34;
const namePx = 12.5;

export type CountBar = {
  name: string;
  count: number;
  /** A part of the count, drawn filled. Left out: all of it is. */
  part?: number;
  /** What stands at the right instead of the count. */
  said?: string;
};

/** How often each stands, as bars one under another; the part that is meant is filled, the rest is outlined. */
export function CountBars({ bars, label }: { bars: readonly CountBar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const height = bars.length * rowHeight;
  const wide = (count: number) => Math.round((count / most) * (width - 2) * 10) / 10;
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="currentColor"
      role="img"
      aria-label={`${label}: ${bars.map(({ name, count, said }) => `${name} ${said ?? count}`).join(", ")}.`}
    >
      {bars.map(({ name, count, part = count, said = String(count) }, index) => {
        const top = index * rowHeight;
        const room = width - textWidth(said, namePx) - 14;
        return (
          <g key={name}>
            <text x={1} y={top + 14}>
              {fitText(name, room, namePx, 1)[0]}
            </text>
            <text x={width - 1} y={top + 14} textAnchor="end" fontWeight={600}>
              {said}
            </text>
            <rect x={1} y={top + 19} width={wide(part)} height={8} opacity={0.8} />
            {part < count ? (
              <rect
                x={1.5}
                y={top + 19.5}
                width={Math.max(1, wide(count) - 1)}
                height={7}
                fill="none"
                stroke="currentColor"
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
