import type { NoticeRecord } from "@/lib/publications/record";

/** What a public notice can say, to choose from. */
export const noticeKinds: { value: NoticeRecord["kind"]; label: string; hint: string }[] = [
  {
    value: "source-changed",
    label: "A source has changed",
    hint: "what we quoted is not there any more, or differs",
  },
  { value: "under-review", label: "Under review", hint: "we are looking at it again" },
  { value: "outdated", label: "Out of date", hint: "it was right then; things have moved on" },
  { value: "first-findings", label: "First findings", hint: "more to come" },
];
