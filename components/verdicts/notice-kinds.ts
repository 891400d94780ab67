import { noticeKindWords } from "@/lib/publications/choice-words";
import type { NoticeRecord } from "@/lib/publications/record";

/** What a public notice can say, to choose from. */
export const noticeKinds: { value: NoticeRecord["kind"]; label: string; hint: string }[] = [
  {
    value: "source-changed",
    label: noticeKindWords["source-changed"],
    hint: "what we quoted is not there any more, or differs",
  },
  { value: "under-review", label: noticeKindWords["under-review"], hint: "we are looking at it again" },
  { value: "outdated", label: noticeKindWords.outdated, hint: "it was right then; things have moved on" },
  { value: "first-findings", label: noticeKindWords["first-findings"], hint: "more to come" },
];
