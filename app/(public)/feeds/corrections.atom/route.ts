import { readerPaths } from "@/components/reader/reader-paths";
import { atomFeed } from "@/lib/publications/feeds";
import { atomType, correctionsFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.corrections, type: atomType, write: atomFeed };

export const GET = readerRoute(async ({ pub }) => correctionsFeed(pub, form));
