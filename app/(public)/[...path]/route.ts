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

/** What changes something has an address of its own; there is none here. */
function nothingToChange(): Response {
  return problemResponse({
    kind: "not_found",
    code: "not-found",
    detail: "There is nothing at this address.",
  });
}

export {
  nothingToChange as DELETE,
  nothingToChange as PATCH,
  nothingToChange as POST,
  nothingToChange as PUT,
};
