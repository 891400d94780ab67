import type { NewsDto } from "./dto";

/** News as it is listed: the newest of those that say the same, and how often it was told. */
export type GroupedNews = NewsDto & { times: number };

/**
 * What was told more than once, in the same words of the same claim and source, as one line in the place of the newest.
 * What became something else since, or was not read yet, is never put with what was.
 */
export function groupNews(news: readonly NewsDto[]): GroupedNews[] {
  const groups = new Map<string, GroupedNews>();
  for (const item of news) {
    const { kind, text, claim, articleId, acts, settled, isToSign, isNew } = item;
    const key = JSON.stringify([kind, text, claim?.id, articleId, acts, settled, isToSign, isNew]);
    const group = groups.get(key);
    if (group) groups.set(key, { ...group, times: group.times + 1 });
    else groups.set(key, { ...item, times: 1 });
  }
  return [...groups.values()];
}
