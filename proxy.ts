import { NextResponse, type NextRequest } from "next/server";
import { deskHeaders } from "@/lib/core/security-headers";

/** Staff pages get a fresh nonce each; readers' pages and the API set their headers where they answer. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const isDev = process.env.NODE_ENV === "development";
  const answered = deskHeaders(
    nonce,
    isDev,
    process.env.PUBLIC_URL ? { publicUrl: process.env.PUBLIC_URL } : {},
  );
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-desk-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("Content-Security-Policy", answered["Content-Security-Policy"]!);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/desk/:path*", "/sign-in/:path*", "/invite/:path*"] };
