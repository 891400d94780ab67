import type { LookOutcome } from "@/lib/articles/source-history-dto";

type Props = { outcome: LookOutcome; x: number; y: number };

/** One outcome as a shape that needs no colour: drawn inside an SVG, 12 units wide, centred on x and y. */
export function OutcomeShape({ outcome, x, y }: Props) {
  const line = { stroke: "currentColor", strokeWidth: 1.75, fill: "var(--paper)" };
  switch (outcome) {
    case "copied":
      return <path d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} fill="currentColor" />;
    case "same":
      return <circle cx={x} cy={y} r={4.5} fill="currentColor" />;
    case "altered":
      return (
        <path d={`M${x} ${y - 7}L${x + 7} ${y + 6}H${x - 7}Z`} fill="var(--warn)" stroke="var(--paper)" />
      );
    case "gone":
      return (
        <path
          d={`M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`}
          stroke="var(--warn)"
          strokeWidth={2.5}
          fill="none"
        />
      );
    case "missing":
      return <rect x={x - 5} y={y - 5} width={10} height={10} {...line} strokeDasharray="2.5 2" />;
    case "unreachable":
      return <circle cx={x} cy={y} r={4.5} {...line} />;
    case "blocked":
      return (
        <g>
          <rect x={x - 5} y={y - 5} width={10} height={10} {...line} />
          <path d={`M${x - 5} ${y}H${x + 5}`} stroke="currentColor" strokeWidth={1.75} />
        </g>
      );
  }
}
