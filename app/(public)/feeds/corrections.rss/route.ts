import { readerPaths } from "@/components/reader/reader-paths";
import { feedForms, correctionsFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.correctionsRss, ...feedForms.rss };

export const GET = readerRoute(async ({ pub }) => correctionsFeed(pub, form));
