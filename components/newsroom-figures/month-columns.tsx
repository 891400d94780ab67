import type { OutputMonth } from "@/lib/newsroom-figures/figures";

const width = 340;
const up = 120;
const down = 56;
const head = 16;
const labels = 18;

type Column = OutputMonth & { x: number; wide: number };

const monthName = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const nameOf = (month: string) => monthName.format(new Date(`${month}-15T00:00:00Z`));

/** What the picture says, for whoever does not see it. */
function inWords(months: readonly OutputMonth[]): string {
  const total = (what: "published" | "corrected" | "retracted") =>
    months.reduce((sum, month) => sum + month[what], 0);
  return `By month: ${total("published")} verdicts published, ${total("corrected")} corrected, ${total("retracted")} retracted.`;
}

/**
 * What was published each month as columns above a line; below it what was corrected (outlined) and retracted (filled). Both
 * directions share one scale.
 */
export function MonthColumns({ months }: { months: readonly OutputMonth[] }) {
  const step = width / months.length;
  const most = Math.max(1, ...months.map(({ published }) => published));
  const mostBelow = Math.max(...months.map(({ corrected, retracted }) => corrected + retracted), 0);
  const scale = Math.min(up / most, mostBelow === 0 ? Infinity : down / mostBelow);
  const line = head + most * scale;
  const below = mostBelow === 0 ? 0 : mostBelow * scale + head;
  const height = line + labels * 2 + below;
  const labelled = labelledMonths(
    months.map(({ month }) => month),
    step,
  );
  const columns = months.map((month, index): Column => {
    const gap = Math.min(8, step / 5);
    return { ...month, x: index * step + gap / 2, wide: step - gap };
  });
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      width={width}
      height={Math.ceil(height)}
      fill="currentColor"
      fontSize={10.5}
      role="img"
      aria-label={inWords(months)}
    >
      {columns.map((column, index) => (
        <g key={column.month} textAnchor="middle">
          <rect
            x={column.x}
            y={line - column.published * scale}
            width={column.wide}
            height={column.published * scale}
            opacity={0.8}
          />
          {column.published > 0 && step >= 18 ? (
            <text x={column.x + column.wide / 2} y={line - column.published * scale - 4}>
              {column.published}
            </text>
          ) : null}
          {labelled.has(column.month) ? (
            <MonthLabel
              column={column}
              y={line}
              hasYear={labelled.get(column.month) === true}
              isFirst={index === 0}
              isLast={index === months.length - 1}
            />
          ) : null}
          <Below column={column} top={line + labels * 2} scale={scale} isNumbered={step >= 18} />
        </g>
      ))}
      <path d={`M0 ${line + 0.5}H${width}`} stroke="currentColor" />
      {mostBelow > 0 ? (
        <path d={`M0 ${line + labels * 2 - 0.5}H${width}`} stroke="currentColor" opacity={0.4} />
      ) : null}
    </svg>
  );
}

/**
 * Which months (`YYYY-MM`, the oldest first, each `step` wide) have room for their name, and whether the year stands
 * below it: a few in a year, counted back from the last, or only each January over many years.
 */
export function labelledMonths(months: readonly string[], step: number): Map<string, boolean> {
  const every = Math.ceil(30 / step);
  const named = months.filter((month, index) =>
    every > 3 ? month.endsWith("-01") : (months.length - 1 - index) % every === 0,
  );
  return new Map(named.map((month, index) => [month, month.slice(0, 4) !== named[index - 1]?.slice(0, 4)]));
}

type LabelProps = { column: Column; y: number; hasYear: boolean; isFirst: boolean; isLast: boolean };

function MonthLabel({ column: { month, x, wide }, y, hasYear, isFirst, isLast }: LabelProps) {
  // At the edges of the picture a name stands inside it.
  const isNarrow = wide < 24;
  const anchor = isFirst && isNarrow ? "start" : isLast && isNarrow ? "end" : "middle";
  const at = anchor === "start" ? x : anchor === "end" ? x + wide : x + wide / 2;
  return (
    <g textAnchor={anchor}>
      <text x={at} y={y + 13}>
        {nameOf(month)}
      </text>
      {hasYear ? (
        <text x={at} y={y + 26} fontWeight={600}>
          {month.slice(0, 4)}
        </text>
      ) : null}
    </g>
  );
}

type BelowProps = { column: Column; top: number; scale: number; isNumbered: boolean };

function Below({ column: { corrected, retracted, x, wide }, top, scale, isNumbered }: BelowProps) {
  if (corrected + retracted === 0) return null;
  const split = top + corrected * scale;
  return (
    <>
      {corrected > 0 ? (
        <rect
          x={x + 0.5}
          y={top}
          width={wide - 1}
          height={corrected * scale}
          fill="none"
          stroke="currentColor"
        />
      ) : null}
      {retracted > 0 ? <rect x={x} y={split} width={wide} height={retracted * scale} /> : null}
      {isNumbered ? (
        <text x={x + wide / 2} y={split + retracted * scale + 12}>
          {corrected + retracted}
        </text>
      ) : null}
    </>
  );
}
