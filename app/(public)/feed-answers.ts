import { correctionFeedEntry, verdictEntry, type FeedEntry } from "@/lib/publications/feed-entries";
import type { Feed } from "@/lib/publications/feeds";
import { listChanged, listCurrent } from "@/lib/publications/queries";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { dataAnswer } from "./data-answers";
import { keptList, type KeptAnswer } from "./kept-answers";

const entriesInFeed = 50;

export const atomType = "application/atom+xml; charset=utf-8";
export const rssType = "application/rss+xml; charset=utf-8";
export const jsonFeedType = "application/feed+json; charset=utf-8";

type Form = { path: string; type: string; write: (feed: Feed) => string };

function feedOf(
  pub: PublicSite,
  path: string,
  about: Pick<Feed, "title" | "description">,
  page: string,
  entries: FeedEntry[],
): Feed {
  const { name, url, language } = pub.site;
  return { ...about, selfUrl: url + path, pageUrl: url + page, language, author: name, entries };
}

/**
 * A feed of verdicts. A retracted one is no verdict any more: with `withRetractions`, for formats whose readers update
 * an entry they know, its entry says so; else it is left out.
 */
export function verdictFeed(
  pub: PublicSite,
  form: Form,
  options: { topic?: string; withRetractions?: boolean } = {},
): Promise<KeptAnswer> {
  return keptList(`${pub.key} ${form.path}`, async () => {
    const found = await listCurrent({ limit: entriesInFeed, ...options });
    const entries = found.items.flatMap(({ versions }) => verdictEntry(versions, pub.site.url) ?? []);
    const on = options.topic === undefined ? "" : ` on ${options.topic}`;
    const about = {
      title: `${pub.site.name}: verdicts${on}`,
      description: `Claims checked by ${pub.site.name}${on}, with rating, finding and every correction.`,
    };
    const page =
      options.topic === undefined
        ? "/"
        : `/search?${new URLSearchParams({ topic: options.topic }).toString()}`;
    return dataAnswer(pub, form.write(feedOf(pub, form.path, about, page, entries)), form.type);
  });
}

/** The feed of what changed after publication, retractions included. */
export function correctionsFeed(pub: PublicSite, form: Form): Promise<KeptAnswer> {
  return keptList(`${pub.key} ${form.path}`, async () => {
    const found = await listChanged({ limit: entriesInFeed });
    const entries = found.items.flatMap(
      ({ versions, version }) => correctionFeedEntry(versions, version, pub.site.url) ?? [],
    );
    const about = {
      title: `${pub.site.name}: corrections`,
      description: `What ${pub.site.name} changed after publication, when and why.`,
    };
    return dataAnswer(pub, form.write(feedOf(pub, form.path, about, "/corrections", entries)), form.type);
  });
}
