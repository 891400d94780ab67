import { sitePageVersionRoute } from "../../../site-page-answers";

export const dynamic = "force-dynamic";

export const GET = sitePageVersionRoute("about");
