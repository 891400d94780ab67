import { readerPaths, topicPath } from "@/components/reader/reader-paths";
import { correctionFeedEntry, verdictEntry, type FeedEntry } from "@/lib/publications/feed-entries";
import { latestCheckpoint } from "@/lib/log/queries";
import { sha256Hex } from "@/lib/publications/canonical";
import { atomFeed, jsonFeed, rssFeed, type Feed, type FeedCheckpoint } from "@/lib/publications/feeds";
import { listChanged, listCurrent } from "@/lib/publications/queries";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { readerWords } from "@/lib/words/reader";
import { dataAnswer } from "./data-answers";
import { keptList, type KeptAnswer } from "./kept-answers";

const entriesInFeed = 50;

/** The forms a feed is offered in, by the end of its address. */
export const feedForms = {
  atom: { type: "application/atom+xml; charset=utf-8", write: atomFeed },
  rss: { type: "application/rss+xml; charset=utf-8", write: rssFeed },
  json: { type: "application/feed+json; charset=utf-8", write: jsonFeed },
} as const;

type Form = { path: string; type: string; write: (feed: Feed) => string };

/** The log's head as it is now, with the address at which exactly this one stays. */
async function checkpointNow(pub: PublicSite): Promise<FeedCheckpoint | null> {
  const note = await latestCheckpoint();
  if (!note) return null;
  const size = Number(note.split("\n")[1]);
  return { size, sha256: sha256Hex(note), url: `${pub.site.url}/api/v1/log/checkpoint?size=${size}` };
}

async function feedOf(
  pub: PublicSite,
  path: string,
  about: Pick<Feed, "title" | "description">,
  page: string,
  entries: FeedEntry[],
): Promise<Feed> {
  const { name, url, language } = pub.site;
  const checkpoint = await checkpointNow(pub);
  return { checkpoint, ...about, selfUrl: url + path, pageUrl: url + page, language, author: name, entries };
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
    const entries = found.items.flatMap(
      ({ versions, notices }) => verdictEntry(versions, notices, pub.site) ?? [],
    );
    const said = readerWords(pub.site.speaks).feeds;
    const { name } = pub.site;
    const about =
      options.topic === undefined
        ? { title: said.verdicts(name), description: said.aboutVerdicts(name) }
        : {
            title: said.verdictsOn(name, options.topic),
            description: said.aboutVerdictsOn(name, options.topic),
          };
    const page = options.topic === undefined ? readerPaths.home : topicPath(options.topic);
    return dataAnswer(pub, form.write(await feedOf(pub, form.path, about, page, entries)), form.type);
  });
}

/** The feed of what changed after publication, retractions included. */
export function correctionsFeed(pub: PublicSite, form: Form): Promise<KeptAnswer> {
  return keptList(`${pub.key} ${form.path}`, async () => {
    const found = await listChanged({ limit: entriesInFeed });
    const entries = found.items.flatMap(
      ({ versions, version }) => correctionFeedEntry(versions, version, pub.site) ?? [],
    );
    const said = readerWords(pub.site.speaks).feeds;
    const { name } = pub.site;
    const about = { title: said.corrections(name), description: said.aboutCorrections(name) };
    return dataAnswer(
      pub,
      form.write(await feedOf(pub, form.path, about, "/corrections", entries)),
      form.type,
    );
  });
}
