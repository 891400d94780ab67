import { readerPaths } from "@/components/reader/reader-paths";
import { atomFeed } from "@/lib/publications/feeds";
import { atomType, verdictFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.atom, type: atomType, write: atomFeed };

export const GET = readerRoute(async ({ pub }) => verdictFeed(pub, form, { withRetractions: true }));
