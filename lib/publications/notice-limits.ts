import { noticeKindWords } from "./choice-words";
import type { NoticeRecord, PublicationRecord } from "./record";

/** The most characters of a notice, in every form and call, and by the database's constraint. */
export const noticeLimit = 600;

/** What a notice beside this publication may say: "first findings" only of what was published as such. */
export function fittingNoticeKinds({
  provisional,
}: Pick<PublicationRecord, "provisional">): NoticeRecord["kind"][] {
  const all = Object.keys(noticeKindWords) as NoticeRecord["kind"][];
  return all.filter((kind) => kind !== "first-findings" || provisional !== null);
}
