import Link from "next/link";
import type { ArticleDto } from "@/lib/articles/dto";
import { failureInParts } from "@/lib/articles/failure-words";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area";
import type { ArticleActions } from "./article-meta";
import { reliabilityWords } from "./reliability-words";
import { RefreshWhile } from "./refresh-while";

/** What stands in the way of using an article, and what to do about it. */
export function ArticleTrouble({ article, actions }: { article: ArticleDto; actions: ArticleActions }) {
  return (
    <div className="mt-3 grid gap-3 empty:hidden">
      {article.reliability === "ok" ? null : (
        <Notice
          tone="warning"
          title={reliabilityWords[article.reliability]}
          safe={article.reliabilityReason ?? undefined}
        >
          <Link href={places.dependants(article.id)}>Look at everything that leans on it</Link> before
          anything is signed.
        </Notice>
      )}
      {article.state === "fetching" ? (
        <Notice title="Fetching the page" safe="You can go on working; this page looks again by itself.">
          {actions.stop ? (
            <Form action={actions.stop} id="stop-fetch" done="stopped" shownAt="the article">
              <input type="hidden" name="articleId" value={article.id} />
              <SubmitButton look="plain" busy="Stopping…">
                Stop
              </SubmitButton>
            </Form>
          ) : null}
          <RefreshWhile />
        </Notice>
      ) : null}
      {article.state === "failed" ? (
        <Failed message={article.failure?.message ?? "The page could not be captured."} />
      ) : null}
      {article.state === "mentioned" ? (
        <Notice
          title="Another article names this one; we have not read it"
          safe={
            article.notObtainable
              ? `Logged as not obtainable: ${article.notObtainable}`
              : "It cannot be quoted before it is captured."
          }
        >
          Capture it, or say why it cannot be had.
        </Notice>
      ) : null}
      {article.state === "failed" || article.state === "mentioned" ? (
        <Remedies article={article} actions={actions} />
      ) : null}
    </div>
  );
}

/** What happened, what is safe, and once what to do: the field and the other ways stand right below. */
function Failed({ message }: { message: string }) {
  const { happened, advice } = failureInParts(message);
  return (
    <Notice tone="warning" title={happened} safe="What you entered is kept. Nothing was quoted from it.">
      {advice || "Try again, or paste the text you see in your browser."}
    </Notice>
  );
}

/** Of a page that could not be fetched the field stands first and alone in its line: it is what the words above speak of. */
function Remedies({ article, actions }: { article: ArticleDto; actions: ArticleActions }) {
  const isFailed = article.state === "failed";
  return (
    <div className="grid gap-3">
      {isFailed && actions.capture ? <PasteForm article={article} capture={actions.capture} /> : null}
      <OtherWays article={article} actions={actions} isFailed={isFailed} />
    </div>
  );
}

type Ways = { article: ArticleDto; actions: ArticleActions; isFailed: boolean };

function OtherWays({ article, actions, isFailed }: Ways) {
  return (
    <div className="acts empty:hidden">
      {actions.capture && article.url ? (
        <Form action={actions.capture} id="fetch-again" done="asked for" shownAt="the article">
          <input type="hidden" name="articleId" value={article.id} />
          <SubmitButton look="plain" busy="Fetching…">
            {isFailed ? "Try again" : "Fetch the address"}
          </SubmitButton>
        </Form>
      ) : null}
      {actions.capture ? (
        isFailed ? (
          <LinkButton href={places.captureOriginal(article.id)}>Upload a file of it</LinkButton>
        ) : (
          <Disclosure summary="Paste its text" open={!article.url}>
            <PasteForm article={article} capture={actions.capture} />
          </Disclosure>
        )
      ) : null}
      {actions.notObtainable && !article.notObtainable ? (
        <Disclosure summary="It cannot be obtained">
          <Form
            action={actions.notObtainable}
            id="not-obtainable"
            done="logged"
            shownAt="the article"
            keep={`not-obtainable:${article.id}`}
            className="grid max-w-xl gap-3"
          >
            <input type="hidden" name="articleId" value={article.id} />
            <TextField name="reason" label="Why" hint="Readers will see this." required />
            <div>
              <SubmitButton look="plain">Log it</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** Its button is the first thing to press where fetching failed; elsewhere the page may still be fetched. */
function PasteForm({ article, capture }: { article: ArticleDto; capture: FormAction }) {
  return (
    <Form
      action={capture}
      id="paste-capture"
      done="captured"
      shownAt="the article"
      keep={`paste-capture:${article.id}`}
      className="grid w-full max-w-xl gap-3"
    >
      <input type="hidden" name="articleId" value={article.id} />
      <TextAreaField name="text" label="Text of the article" required rows={6} />
      <div>
        <SubmitButton look={article.state === "failed" ? "primary" : "plain"} busy="Capturing…">
          Capture
        </SubmitButton>
      </div>
    </Form>
  );
}
