import { readerRoute } from "../reader-route";
import { wholeSitemap } from "../sitemap-answers";

export const dynamic = "force-dynamic";

export const GET = readerRoute(async ({ pub }) => wholeSitemap(pub));
