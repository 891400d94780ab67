import { applicationTables, applicationZip } from "@/lib/application/files";
import { env } from "@/lib/core/env.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { dossierAnswer } from "../dossier-answer";

export const dynamic = "force-dynamic";

/** The application dossier as a ZIP: the page to print and every table as CSV. */
export function GET(request: Request): Promise<Response> {
  return dossierAnswer(request, async ({ facts, figures, requirements, html }) => {
    const text = new TextDecoder().decode(html);
    const bytes = applicationZip(text, applicationTables(facts, figures, requirements));
    return new Response(Uint8Array.from(bytes), {
      headers: {
        ...apiHeaders({ publicUrl: env().publicUrl }),
        "Cache-Control": "no-store",
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="application-dossier-${facts.asOf.slice(0, 10)}.zip"`,
      },
    });
  });
}
