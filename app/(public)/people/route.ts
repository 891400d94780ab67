import { sitePageRoute } from "../site-page-answers";

export const dynamic = "force-dynamic";

export const GET = sitePageRoute("people");
