import type { ReaderWords } from "@/lib/words/reader";
import { fitText, textWidth } from "@/components/reader/fit-text";
import { chartInWords, type Chart, type ChartRow, type ChartTone } from "./chart-rows";
import { placeOn } from "./chart-scale";

const width = 340;
const inset = 8;
const rowHeight = 42;
const namePx = 12.5;
const axisHeight = 22;

const x = (place: number) => Math.round((inset + place * (width - 2 * inset)) * 10) / 10;

/** An arrowhead at an open end: the value may lie anywhere further on. */
function Arrow({ at, y, way }: { at: number; y: number; way: 1 | -1 }) {
  return <path d={`M${at} ${y}l${-6 * way} -4.5v9z`} fill="currentColor" stroke="none" />;
}

function Mark({ row, y }: { row: ChartRow; y: number }) {
  const [from, to] = [x(row.from), x(row.to)];
  const isPoint = !row.isOpenLow && !row.isOpenHigh && to - from < 1;
  const at = row.isOpenLow ? to : from;
  const near = `M${Math.max(2, from - 13)} ${y}H${Math.min(width - 2, to + 13)}`;
  return (
    <g className="mark" fill="none" stroke="currentColor" opacity={row.tone === "apart" ? 0.7 : undefined}>
      {row.isAbout ? <path d={near} strokeWidth={1.5} strokeDasharray="2 2" /> : null}
      {isPoint ? null : <path d={`M${from} ${y}H${to}`} strokeWidth={row.tone === "apart" ? 1.5 : 4} />}
      {row.isOpenHigh ? <Arrow at={x(1) + 5} y={y} way={1} /> : null}
      {row.isOpenLow ? <Arrow at={x(0) - 5} y={y} way={-1} /> : null}
      <End tone={row.tone} at={at} y={y} />
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

function Row({ row, index }: { row: ChartRow; index: number }) {
  const top = index * rowHeight;
  const room = width - textWidth(row.amount, namePx) - 14;
  const weight = row.tone === "claim" ? 600 : undefined;
  return (
    <g className={`of-${row.tone}`}>
      <text x={1} y={top + 15} fontWeight={weight}>
        {fitText(row.name, Math.max(60, room), namePx, 1)[0]}
      </text>
      <text x={width - 1} y={top + 15} textAnchor="end" fontWeight={600}>
        {row.amount}
      </text>
      <path d={`M${x(0)} ${top + 28}H${x(1)}`} stroke="currentColor" opacity={0.22} />
      <Mark row={row} y={top + 28} />
    </g>
  );
}

/** Figures on one line, drawn on the server: where each lies, how far it reaches and which does not fit. */
export function FigureChart({ chart, words }: { chart: Chart; words: ReaderWords }) {
  const { scale, rows } = chart;
  const height = rows.length * rowHeight + axisHeight;
  const claim = rows.find(({ tone }) => tone === "claim");
  const guide = claim ? x(claim.isOpenLow ? claim.to : claim.from) : null;
  // It stops above each row's words, so that it never runs through them.
  const guideLine = rows.map(
    (_, index) => `M${guide} ${index * rowHeight + (index === 0 ? 28 : 20)}V${(index + 1) * rowHeight}`,
  );
  const last = scale.ticks.length - 1;
  return (
    <svg
      className="chart"
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
      {rows.map((row, index) => (
        <Row key={row.key} row={row} index={index} />
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
