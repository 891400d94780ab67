import { readerPaths } from "@/components/reader/reader-paths";
import { feedForms, correctionsFeed } from "../../feed-answers";
import { readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

const form = { path: readerPaths.feeds.corrections, ...feedForms.atom };

export const GET = readerRoute(async ({ pub }) => correctionsFeed(pub, form));
