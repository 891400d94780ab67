"use client";

import { allLooksKeptDays, type LookDto } from "@/lib/articles/source-history-dto";
import { dayMs } from "@/lib/core/durations";
import { Disclosure } from "@/components/ui/disclosure";
import { useNewsroomZone } from "@/components/ui/newsroom-zone";
import { sayTime } from "@/components/ui/say-time";
import { TimeAgo } from "@/components/ui/time-ago";
import { lookWords, methodWords } from "./look-words";
import { OutcomeShape } from "./outcome-shape";
import { outcomesOf, timelineMarks } from "./timeline-marks";

const width = 340;
const edge = 12;
const line = 18;

type Props = { looks: LookDto[]; earlier: number; now?: string };

/** Copies of and looks at a source along a line, each outcome a shape of its own; the same as a table behind it. */
export function SourceTimeline({ looks, earlier, now }: Props) {
  const timeZone = useNewsroomZone();
  const first = looks[0];
  const last = looks.at(-1);
  if (!first || !last) return null;
  const marks = timelineMarks(looks, width - 2 * edge, 14);
  const isOne = looks.length === 1;
  return (
    <div>
      <svg
        viewBox={`0 0 ${width} 44`}
        role="img"
        aria-label={summaryOf(looks, timeZone)}
        className="block w-full max-w-[30rem] text-ink"
      >
        <path d={`M${edge} ${line}H${width - edge}`} stroke="var(--rule-strong)" />
        {marks.map(({ x, outcome }) => (
          <OutcomeShape key={x} outcome={outcome} x={edge + x} y={line} />
        ))}
        <text
          x={isOne ? width / 2 : 2}
          y={41}
          textAnchor={isOne ? "middle" : "start"}
          fontSize="12"
          fill="var(--ink-3)"
        >
          {sayTime(first.at, now, timeZone).words}
        </text>
        {isOne ? null : (
          <text x={width - 2} y={41} textAnchor="end" fontSize="12" fill="var(--ink-3)">
            {sayTime(last.at, now, timeZone).words}
          </text>
        )}
      </svg>
      <ul aria-hidden="true" className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-2">
        {outcomesOf(looks).map((outcome) => (
          <li key={outcome} className="flex items-center gap-1.5">
            <svg viewBox="0 0 16 16" className="size-4 text-ink">
              <OutcomeShape outcome={outcome} x={8} y={8} />
            </svg>
            {lookWords[outcome]}
          </li>
        ))}
      </ul>
      <Disclosure
        summary={looks.length === 1 ? "The look as a table" : `The ${looks.length} looks as a table`}
      >
        <LooksTable looks={looks} earlier={earlier} now={now} />
      </Disclosure>
    </div>
  );
}

/** The picture in one sentence. */
function summaryOf(looks: readonly LookDto[], timeZone: string): string {
  const day = ({ at }: LookDto) => sayTime(at, undefined, timeZone).words;
  const counts = outcomesOf(looks).map((outcome) => {
    const count = looks.filter((look) => look.outcome === outcome).length;
    return `${lookWords[outcome]}: ${count}`;
  });
  return `Looks at this source from ${day(looks[0]!)} to ${day(looks.at(-1)!)}. ${counts.join("; ")}.`;
}

function LooksTable({ looks, earlier, now }: Props) {
  return (
    <div className="overflow-x-auto" role="region" aria-label="Looks at this source" tabIndex={0}>
      <table className="w-full text-left text-sm">
        <thead className="text-ink-3">
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              When
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              What was found
            </th>
            <th scope="col" className="py-1 font-medium">
              How
            </th>
          </tr>
        </thead>
        <tbody>
          {[...looks].reverse().map((look) => (
            <tr key={look.id} className="border-t align-top">
              <td className="py-1 pr-3 whitespace-nowrap">
                <TimeAgo at={look.at} now={now} />
              </td>
              <td className="py-1 pr-3">
                {lookWords[look.outcome]}
                {look.detail ? <span className="block text-ink-3">{look.detail}</span> : null}
              </td>
              <td className="py-1">
                {methodWords[look.method]}
                {look.isCopy ? ", copy kept" : null}
                <span className="block text-ink-3">{look.by ?? "by the schedule"}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {earlier > 0 ? (
        <p className="border-t py-1 text-sm text-ink-3">{earlier} earlier ones are not listed.</p>
      ) : null}
      {now && Date.parse(looks[0]!.at) < Date.parse(now) - allLooksKeptDays * dayMs ? (
        <p className="border-t py-1 text-sm text-ink-3">
          More looks may have been made than are listed: of those older than {allLooksKeptDays} days, one that
          found the same as the one before and the one after it is not kept.
        </p>
      ) : null}
    </div>
  );
}
