import { sayTime } from "./say-time";

/** A time as people say it; the exact one on hover. `now` makes today and yesterday short. */
export function TimeAgo({ at, now }: { at: string; now?: string }) {
  const { words, exact } = sayTime(at, now);
  return (
    <time dateTime={at} title={exact}>
      {words}
    </time>
  );
}
