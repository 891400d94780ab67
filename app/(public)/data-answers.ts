import { apiHeaders } from "@/lib/core/security-headers";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type { KeptAnswer } from "./kept-answers";
import { shortlyShared, storeBody } from "./stored-body";

/** An answer for machines: any site may read it, any cache may keep it shortly. */
export function dataAnswer(
  pub: PublicSite,
  content: string | Uint8Array,
  type: string,
  more: Record<string, string> = {},
): KeptAnswer {
  const headers = {
    ...apiHeaders({ publicUrl: pub.site.url, audience: "public" }),
    "Content-Type": type,
    "Cache-Control": shortlyShared,
    ...more,
  };
  return { body: storeBody(content), status: 200, headers };
}
