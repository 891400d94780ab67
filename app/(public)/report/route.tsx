import { readerPaths, reportPath, spokenPath, verdictPath } from "@/components/reader/reader-paths";
import { ReportErrorPage } from "@/components/reader/report-error-page";
import { clientKey } from "@/lib/accounts/client-key.server";
import { explainError } from "@/lib/core/explain-error.server";
import { statusOf } from "@/lib/core/problem";
import { fail, type Failure, type Result } from "@/lib/core/result";
import { publicVerdict } from "@/lib/publications/public-records.server";
import { isPublication } from "@/lib/publications/verdict-versions";
import { submitTip } from "@/lib/tips/commands";
import { readerWords } from "@/lib/words/reader";
import type { KeptAnswer } from "../kept-answers";
import { comesFromHere, crossSite, problemsOf, trapped } from "../posted-form";
import { readerRoute, type ReaderCall } from "../reader-route";
import { onceAnswer, pageHeaders } from "../render-reader";
import { reportForm, readReport, slugOf, tipOf, type TypedReport } from "./read-report";

export const dynamic = "force-dynamic";

type Call = ReaderCall<Record<string, never>>;

type Subject = { slug: string; finding: string | null; findingLanguage: string | null };

const noSubject = { slug: null, finding: null, findingLanguage: null };

/** The verdict that is spoken of, when there is one: its address, and its finding while it holds. */
async function subjectOf(slug: string): Promise<Subject | null> {
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) return null;
  try {
    const found = await publicVerdict(slug);
    const current = found.ok ? found.value.versions.at(-1) : undefined;
    if (!found.ok && found.error.kind === "not_found") return null;
    const record = current && isPublication(current) ? current.record : null;
    return { slug, finding: record?.finding ?? null, findingLanguage: record?.language ?? null };
  } catch {
    // Nobody can look it up just now; the report still says what it is about.
    return { slug, finding: null, findingLanguage: null };
  }
}

export const GET = readerRoute(async ({ url, pub }) => {
  const subject = await subjectOf(url.searchParams.get("slug")?.trim() ?? "");
  const isSent = url.searchParams.get("sent") === "1";
  return onceAnswer(pub, <ReportErrorPage site={pub.site} isSent={isSent} {...(subject ?? noSubject)} />);
});

async function formAgain({ pub }: Call, failure: Failure, typed: TypedReport | null): Promise<KeptAnswer> {
  const subject = (await subjectOf(typed?.slug ?? "")) ?? noSubject;
  const problems = problemsOf(failure, typed, reportForm, readerWords(pub.site.speaks));
  const isAsked = typed?.isTrapped === true || typed?.isAsked === true;
  const shared = { site: pub.site, problems, isAsked, ...subject };
  const page = typed ? <ReportErrorPage {...shared} values={typed} /> : <ReportErrorPage {...shared} />;
  const wait = failure.retryAfterSeconds;
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  return onceAnswer(pub, page, { status: statusOf[failure.kind].status as number, headers });
}

async function receive({ request, pub, now }: Call, typed: TypedReport): Promise<Result<unknown>> {
  // A machine's words are not taken in, and nobody's are thrown away.
  if (typed.isTrapped) return fail(trapped);
  try {
    const subject = await subjectOf(slugOf(typed, pub.site.url));
    const tip = tipOf(typed, subject ? pub.site.url + verdictPath(subject.slug) : null);
    return tip.ok ? await submitTip(tip.value, clientKey(request.headers), now) : tip;
  } catch (error) {
    return fail(explainError(error, { at: "form", method: "POST", path: readerPaths.report }));
  }
}

/** Takes in a report: from our own form only, limited for each client, with what was typed kept on any refusal. */
export const POST = readerRoute(async (call) => {
  const typed = await readReport(call.request);
  if (!typed.ok) return formAgain(call, typed.error, null);
  const done = comesFromHere(call.request) ? await receive(call, typed.value) : fail(crossSite);
  if (!done.ok) return formAgain(call, done.error, typed.value);
  const { slug } = (await subjectOf(slugOf(typed.value, call.pub.site.url))) ?? {};
  const sent = slug === undefined ? `${readerPaths.report}?sent=1` : `${reportPath(slug)}&sent=1`;
  const back = spokenPath(call.pub.site, sent);
  const headers = pageHeaders(call.pub, { "Cache-Control": "no-store", Location: back });
  return new Response(null, { status: 303, headers });
});
