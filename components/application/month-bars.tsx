type Props = { months: readonly { month: string; count: number }[]; title: string };

const height = 120;
const step = 36;

/** How many each month, as bars; the table beside it says the same. */
export function MonthBars({ months, title }: Props) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const width = months.length * step;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 34}`}
      role="img"
      aria-label={title}
      className="chart"
      fontFamily="inherit"
      fontSize="11"
      fill="currentColor"
    >
      {months.map(({ month, count }, index) => {
        const tall = Math.round((count / most) * (height - 16));
        const middle = index * step + step / 2;
        return (
          <g key={month} textAnchor="middle">
            <rect x={index * step + 6} y={height - tall} width={step - 12} height={tall} opacity="0.75" />
            <text x={middle} y={height - tall - 4}>
              {count}
            </text>
            <text x={middle} y={height + 15}>
              {month.slice(5)}
            </text>
            {index === 0 || month.endsWith("-01") ? (
              <text x={middle} y={height + 30}>
                {month.slice(0, 4)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} stroke="currentColor" />
    </svg>
  );
}
