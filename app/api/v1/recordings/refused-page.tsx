import { places } from "@/components/layout/places";
import { FormAgainPage } from "@/components/reader/form-again-page";
import { HeldFormPage } from "@/components/reader/held-form-page";
import type { ReaderSite } from "@/components/reader/reader-site";
import { lastAccountOfBrowser } from "@/lib/access/viewer.server";
import { holdForm } from "@/lib/core/held-form";
import { statusOf } from "@/lib/core/problem";
import { issueInForm } from "@/lib/core/issue-field";
import type { Failure } from "@/lib/core/result";
import { publicSite } from "@/lib/publications/public-site.server";
import { onceAnswer } from "../../../(public)/render-reader";
import { answerWith } from "../../../(public)/stored-body";

const action = "/api/v1/recordings";

async function heldPage(site: ReaderSite, fields: Record<string, string>) {
  const file: [string, { name: string; size: number }] = ["file", { name: "the recording", size: 1 }];
  const writtenBy = (await lastAccountOfBrowser()) ?? "";
  const held = holdForm([...Object.entries(fields), file]);
  return <HeldFormPage site={site} held={held} returnTo={action} writtenBy={writtenBy} />;
}

function againPage(site: ReaderSite, failure: Failure, fields: Record<string, string>) {
  const { claimId } = fields;
  const named = new Map(Object.entries(fields));
  return (
    <FormAgainPage
      site={site}
      title="The recording was not taken"
      problem={failure.detail}
      issues={(failure.issues ?? []).map((issue) => issueInForm(issue, named))}
      fields={fields}
      action={action}
      back={
        claimId
          ? { href: places.mediaEvidence(claimId, "recording"), words: "Back to the claim’s evidence" }
          : { href: places.queue, words: "Back to the desk" }
      }
    />
  );
}

/** Answers a browser that sent the form without a script: the reason, and the form again with every word that came along. */
export async function refusedPage(
  request: Request,
  failure: Failure,
  fields: Record<string, string>,
): Promise<Response> {
  const pub = await publicSite();
  const page =
    failure.kind === "unauthenticated"
      ? await heldPage(pub.site, fields)
      : againPage(pub.site, failure, fields);
  const wait = failure.retryAfterSeconds;
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  const made = await onceAnswer(pub, page, {
    status: statusOf[failure.kind].status,
    headers: { ...headers, "X-Robots-Tag": "noindex" },
  });
  return answerWith(request, made.body, made);
}
