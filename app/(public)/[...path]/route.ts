import { problemResponse } from "@/lib/core/api-answer.server";
import { notFoundAnswer, readerRoute } from "../reader-route";

export const dynamic = "force-dynamic";

/** Every address that nothing else answers: 404, in the form that whoever asked can read. */
export const GET = readerRoute<{ path: string[] }>(async ({ url, pub }) => {
  if (!url.pathname.startsWith("/api/")) return notFoundAnswer(pub);
  return problemResponse({
    kind: "not_found",
    code: "not-found",
    detail: "There is nothing at this address.",
  });
});
