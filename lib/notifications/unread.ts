/** Unread news is counted up to here: the badge says no more than that there is more. */
export const mostUnread = 100;

/** How many are unread, in words for a label or a badge: "12", or "99+" when they were not counted to the end. */
export const unreadInWords = (count: number): string =>
  count < mostUnread ? String(count) : `${mostUnread - 1}+`;
