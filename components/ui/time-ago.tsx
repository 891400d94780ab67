"use client";

import { useNewsroomZone } from "./newsroom-zone";
import { sayTime } from "./say-time";

type Props = {
  at: string;
  /** Makes today and yesterday short. */
  now?: string;
  /** Says day, time and zone, for what people have to be in time for. */
  exact?: boolean;
};

/** A time as people say it, on the newsroom's clocks; the exact one on hover. */
export function TimeAgo({ at, now, exact }: Props) {
  const said = sayTime(at, now, useNewsroomZone());
  return (
    <time dateTime={at} title={said.exact}>
      {exact ? said.exact : said.words}
    </time>
  );
}
