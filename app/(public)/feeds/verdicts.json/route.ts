import { readerPaths } from "@/components/reader/reader-paths";
import { feedForms, verdictFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.json, ...feedForms.json };

export const GET = readerRoute(async ({ pub }) => verdictFeed(pub, form));
