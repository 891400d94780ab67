import { readerPaths } from "@/components/reader/reader-paths";
import { rssFeed } from "@/lib/publications/feeds";
import { rssType, verdictFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.rss, type: rssType, write: rssFeed };

export const GET = readerRoute(async ({ pub }) => verdictFeed(pub, form));
