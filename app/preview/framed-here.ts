import { framedHeaders } from "../(public)/render-reader";
import type { StoredBody } from "../(public)/stored-body";
import type { PublicSite } from "@/lib/publications/public-site.server";

/** A page by the readers' renderer that only the desk's own pages may frame, and that nobody keeps. */
export function framedHere(pub: PublicSite, body: StoredBody): Response {
  const headers = framedHeaders(pub, { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  const policy = headers["Content-Security-Policy"]!.replace("frame-ancestors *", "frame-ancestors 'self'");
  return new Response(new Uint8Array(body.bytes), {
    headers: {
      ...headers,
      "Content-Security-Policy": policy,
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}
