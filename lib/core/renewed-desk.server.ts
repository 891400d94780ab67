import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";

const notFoundHeader = "x-nextjs-action-not-found";

export const renewedWords =
  "The desk was renewed since this page was opened, so nothing was saved.\n\nGo back: what you wrote is still in the form. Copy it, load the page again, and send it from there.\n";

/**
 * Answers in words when a browser without scripts posts a form whose action this build does not know: the framework says
 * "Server Action unavailable." and no more. It marks such an answer before it writes it; ours goes out at that moment. With
 * scripts the form itself tells, from the same mark.
 */
export function sayWhenRenewed(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "POST" || request.headers["next-action"] !== undefined) return;
  const setHeader = response.setHeader.bind(response);
  let isSaid = false;
  response.setHeader = (name, value) => {
    if (isSaid) return response;
    setHeader(name, value);
    if (name.toLowerCase() !== notFoundHeader) return response;
    response.statusCode = 409;
    setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(renewedWords);
    isSaid = true;
    return response;
  };
}
