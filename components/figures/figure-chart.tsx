import type { ReaderWords } from "@/lib/words/reader";
import { fitText, textWidth } from "@/components/reader/fit-text";
import { chartInWords, type Chart, type ChartRow, type ChartTone } from "./chart-rows";
import { placeOn } from "./chart-scale";

/** As wide as a telephone, and as the column that readers read. */
const widths = { narrow: 340, wide: 640 } as const;
const inset = 8;
const rowHeight = 42;
const nameLine = 15;
const namePx = 12.5;
const axisHeight = 22;

/** Where things stand across the picture: its width, and a place between 0 and 1 on the line. */
type Across = { width: number; x: (place: number) => number };

function across(width: number): Across {
  return { width, x: (place) => Math.round((inset + place * (width - 2 * inset)) * 10) / 10 };
}

/** An arrowhead at an open end: the value may lie anywhere further on. */
function Arrow({ at, y, way }: { at: number; y: number; way: 1 | -1 }) {
  return <path d={`M${at} ${y}l${-6 * way} -4.5v9z`} fill="currentColor" stroke="none" />;
}

function Mark({ row, y, at: { width, x } }: { row: ChartRow; y: number; at: Across }) {
  const [from, to] = [x(row.from), x(row.to)];
  const isPoint = !row.isOpenLow && !row.isOpenHigh && to - from < 1;
  const end = row.isOpenLow ? to : from;
  const near = `M${Math.max(2, from - 13)} ${y}H${Math.min(width - 2, to + 13)}`;
  return (
    <g className="mark" fill="none" stroke="currentColor" opacity={row.tone === "apart" ? 0.7 : undefined}>
      {row.isAbout ? <path d={near} strokeWidth={1.5} strokeDasharray="2 2" /> : null}
      {isPoint ? null : <path d={`M${from} ${y}H${to}`} strokeWidth={row.tone === "apart" ? 1.5 : 4} />}
      {row.isOpenHigh ? <Arrow at={x(1) + 5} y={y} way={1} /> : null}
      {row.isOpenLow ? <Arrow at={x(0) - 5} y={y} way={-1} /> : null}
      <End tone={row.tone} at={end} y={y} />
      {isPoint || row.isOpenLow || row.isOpenHigh ? null : <End tone={row.tone} at={to} y={y} />}
    </g>
  );
}

/**
 * A disc for what fits, a cross for what contradicts, a ring for what is not comparable, a diamond for a conflict that
 * nobody has decided: shape, never colour alone.
 */
function End({ tone, at, y }: { tone: ChartTone; at: number; y: number }) {
  if (tone === "contradicts") return <path d={`M${at - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`} strokeWidth={2.5} />;
  if (tone === "undecided") return <path d={`M${at} ${y - 6}l6 6 -6 6 -6 -6z`} strokeWidth={1.8} />;
  const fill = tone === "apart" ? undefined : "currentColor";
  return <circle cx={at} cy={y} r={tone === "claim" ? 5.5 : 4.5} fill={fill} strokeWidth={1.6} />;
}

/** A row with the lines of its name, and how far down it begins. */
type Placed = { row: ChartRow; name: string[]; top: number };

/** The rows one below the other: a name that is longer than the room beside its amount goes on in a second line. */
function placed(rows: readonly ChartRow[], width: number): { rows: Placed[]; height: number } {
  let top = 0;
  const all = rows.map((row) => {
    const room = width - textWidth(row.amount, namePx) - 14;
    const name = fitText(row.name, Math.max(60, room), namePx, 2);
    const at = { row, name, top };
    top += heightOf(at);
    return at;
  });
  return { rows: all, height: top };
}

function heightOf({ name }: Pick<Placed, "name">): number {
  return rowHeight + (name.length - 1) * nameLine;
}

function Row({ placed: { row, name, top }, at }: { placed: Placed; at: Across }) {
  const weight = row.tone === "claim" ? 600 : undefined;
  const line = top + heightOf({ name }) - 14;
  return (
    <g className={`of-${row.tone}`}>
      {name.map((words, index) => (
        <text key={index} x={1} y={top + 15 + index * nameLine} fontWeight={weight}>
          {words}
        </text>
      ))}
      <text x={at.width - 1} y={top + 15} textAnchor="end" fontWeight={600}>
        {row.amount}
      </text>
      <path d={`M${at.x(0)} ${line}H${at.x(1)}`} stroke="currentColor" opacity={0.22} />
      <Mark row={row} y={line} at={at} />
    </g>
  );
}

type Props = {
  chart: Chart;
  words: ReaderWords;
  size?: keyof typeof widths;
  /** Beside `chart`. */
  className?: string;
};

/** Figures on one line, drawn on the server: where each lies, how far it reaches and which does not fit. */
export function FigureChart({ chart, words, size = "narrow", className = "" }: Props) {
  const { scale, rows } = chart;
  const at = across(widths[size]);
  const { width, x } = at;
  const drawn = placed(rows, width);
  const height = drawn.height + axisHeight;
  const claim = rows.find(({ tone }) => tone === "claim");
  const guide = claim ? x(claim.isOpenLow ? claim.to : claim.from) : null;
  // It runs from the claim's line down, and stops above each row's words, so that it never runs through them.
  const guideLine = drawn.rows.map((one, index) => {
    const bottom = one.top + heightOf(one);
    return `M${guide} ${bottom - (index === 0 ? 14 : 22)}V${bottom}`;
  });
  const last = scale.ticks.length - 1;
  return (
    <svg
      className={`chart ${className}`.trim()}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="currentColor"
      role="img"
      aria-label={chartInWords(rows, words)}
    >
      {guide === null ? null : (
        <path d={guideLine.join("")} stroke="currentColor" strokeDasharray="2 3" opacity={0.5} />
      )}
      {drawn.rows.map((one) => (
        <Row key={one.row.key} placed={one} at={at} />
      ))}
      {scale.ticks.map(({ value, label }, index) => (
        <text
          key={label}
          x={index === 0 ? 1 : index === last ? width - 1 : x(placeOn(scale, value))}
          y={height - 5}
          textAnchor={index === 0 ? "start" : index === last ? "end" : "middle"}
          fontSize={11.5}
          opacity={0.75}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

/** What the shapes mean, in words. */
export function ChartKey({ chart, words }: { chart: Chart; words: ReaderWords }) {
  const has = (tone: ChartRow["tone"]) => chart.rows.some((row) => row.tone === tone);
  const { key } = words.figures;
  const said = [
    has("fits") ? key.fits : null,
    has("contradicts") ? key.contradicts : null,
    has("apart") ? key.apart : null,
    has("undecided") ? key.undecided : null,
    chart.rows.some(({ isOpenHigh, isOpenLow }) => isOpenHigh || isOpenLow) ? key.open : null,
    chart.scale.isLog ? key.log : null,
  ].filter((word) => word !== null);
  return <>{said.join(" · ")}</>;
}
