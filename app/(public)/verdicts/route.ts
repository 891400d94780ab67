import { readerHeaders } from "@/lib/core/security-headers";
import { readerRoute } from "../reader-route";

export const dynamic = "force-dynamic";

/** The list of verdicts is the home page. */
export const GET = readerRoute(async ({ pub }) => {
  const headers = { ...readerHeaders({ publicUrl: pub.site.url }), Location: "/" };
  return new Response(null, { status: 308, headers });
});
