import { publicSite } from "@/lib/publications/public-site.server";
import { pageHeaders } from "../../(public)/render-reader";
import { dossierAnswer } from "./dossier-answer";

export const dynamic = "force-dynamic";

/** The application dossier as a page to print. */
export function GET(request: Request): Promise<Response> {
  return dossierAnswer(request, async ({ html }) => {
    const headers = pageHeaders(await publicSite(), {
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    });
    return new Response(new Uint8Array(html), { headers });
  });
}
