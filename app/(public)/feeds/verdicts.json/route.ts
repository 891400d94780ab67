import { readerPaths } from "@/components/reader/reader-paths";
import { jsonFeed } from "@/lib/publications/feeds";
import { jsonFeedType, verdictFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.json, type: jsonFeedType, write: jsonFeed };

export const GET = readerRoute(async ({ pub }) => verdictFeed(pub, form));
