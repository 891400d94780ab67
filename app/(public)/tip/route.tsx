import { readerPaths, spokenPath } from "@/components/reader/reader-paths";
import { TipPage } from "@/components/reader/tip-page";
import { clientKey } from "@/lib/accounts/client-key.server";
import { explainError } from "@/lib/core/explain-error.server";
import { statusOf } from "@/lib/core/problem";
import { fail, type Failure, type Result } from "@/lib/core/result";
import { submitTip } from "@/lib/tips/commands";
import { readerWords } from "@/lib/words/reader";
import type { KeptAnswer } from "../kept-answers";
import { comesFromHere, crossSite, problemsOf, trapped } from "../posted-form";
import { readerRoute, type ReaderCall } from "../reader-route";
import { onceAnswer, pageAnswer, pageHeaders } from "../render-reader";
import { tipForm, readTip, tipOf, type TypedTip } from "./read-tip";

export const dynamic = "force-dynamic";

type Call = ReaderCall<Record<string, never>>;

export const GET = readerRoute(async ({ url, pub }) =>
  url.searchParams.get("sent") === "1"
    ? onceAnswer(pub, <TipPage site={pub.site} isSent />)
    : pageAnswer(pub, "tip", () => <TipPage site={pub.site} />),
);

function formAgain({ pub }: Call, failure: Failure, typed: TypedTip | null): Promise<KeptAnswer> {
  const problems = problemsOf(failure, typed, tipForm, readerWords(pub.site.speaks));
  const isAsked = typed?.isTrapped === true || typed?.isAsked === true;
  const page = <TipPage site={pub.site} problems={problems} values={typed ?? {}} isAsked={isAsked} />;
  const wait = failure.retryAfterSeconds;
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  return onceAnswer(pub, page, { status: statusOf[failure.kind].status as number, headers });
}

async function receive({ request, now }: Call, typed: TypedTip): Promise<Result<unknown>> {
  // A machine's words are not taken in, and nobody's are thrown away.
  if (typed.isTrapped) return fail(trapped);
  try {
    const tip = tipOf(typed);
    return tip.ok ? await submitTip(tip.value, clientKey(request.headers), now) : tip;
  } catch (error) {
    return fail(explainError(error, { at: "form", method: "POST", path: readerPaths.tip }));
  }
}

/** Takes in a tip: from our own form only, limited for each client, with what was typed kept on any refusal. */
export const POST = readerRoute(async (call) => {
  const typed = await readTip(call.request);
  if (!typed.ok) return formAgain(call, typed.error, null);
  const done = comesFromHere(call.request) ? await receive(call, typed.value) : fail(crossSite);
  if (!done.ok) return formAgain(call, done.error, typed.value);
  const Location = spokenPath(call.pub.site, `${readerPaths.tip}?sent=1`);
  const headers = pageHeaders(call.pub, { "Cache-Control": "no-store", Location });
  return new Response(null, { status: 303, headers });
});
