import { readerRoute } from "../reader-route";
import { news } from "../sitemap-answers";

export const dynamic = "force-dynamic";

export const GET = readerRoute(async ({ pub, now }) => news(pub, now));
