import type { ReactNode } from "react";
import type { ArticleDto } from "@/lib/articles/dto";
import { longTitle } from "@/components/layout/page";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { boxWords } from "@/components/ui/box-words";
import { CheckField } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { HiddenField, TextField } from "@/components/ui/field";
import { TimeAgo } from "@/components/ui/time-ago";
import { TextAreaField } from "@/components/ui/text-area";
import { articleKindOptions, articleStateWords } from "./attribution-words";
import { articleFieldNames, ArticleFields } from "./article-fields";
import { ArticleTrouble } from "./article-trouble";
import { CaptureList } from "./capture-list";

export type ArticleActions = {
  /** PATCH of metadata: articleId, version, title, outlet, byline, publishedAt, language, kind, primary, interests, url. */
  edit?: FormAction;
  /** Fetch again, or capture pasted text: articleId, optionally text or html. */
  capture?: FormAction;
  /** articleId: stops the fetch that is under way. */
  stop?: FormAction;
  /** articleId, reason: the original could not be obtained. */
  notObtainable?: FormAction;
  /** articleId, version, reliability, reason. */
  reliability?: FormAction;
};

type Props = {
  article: ArticleDto;
  actions?: ArticleActions;
  now?: string;
  /** Short words about the route: "relays Reuters". */
  routeWords?: ReactNode;
  /** When a quote was last looked for at the source. */
  checkedWords?: ReactNode;
  /** 2 beside a claim, which is then the main heading. */
  titleLevel?: 1 | 2;
};

/** What is known about an article; what is not known is said to be unknown. */
export function ArticleMeta({ article, actions = {}, now, routeWords, checkedWords, titleLevel = 1 }: Props) {
  const Title = `h${titleLevel}` as const;
  const count = article.captures.length;
  return (
    <header className="mb-4">
      <Title
        dir="auto"
        className={
          startsWithTitle(article)
            ? "sr-only"
            : `mb-1.5 max-w-[34em] wrap-anywhere font-serif font-[640] tracking-tight text-balance ${(article.title ?? "").length > longTitle ? "text-xl" : "text-2xl"}`
        }
      >
        {article.title ?? "Title unknown"}
      </Title>
      <p className="wrap-anywhere text-ink-3">
        <bdi>{article.outlet ?? "outlet unknown"}</bdi>
        {" · "}
        {article.publishedAt ? <TimeAgo at={article.publishedAt} now={now} /> : "date unknown"}
        {" · "}
        <bdi>{article.byline ?? "no byline"}</bdi>
        {" · "}
        {article.state === "captured"
          ? `${count} ${count === 1 ? "capture" : "captures"}`
          : articleStateWords[article.state]}
        {checkedWords ? <> · {checkedWords}</> : null}
        {routeWords ? <> · {routeWords}</> : null}
      </p>
      {article.url ? (
        <p className="mt-0.5 truncate text-sm">
          <a href={article.url} rel="noreferrer noopener" target="_blank">
            {article.url}
          </a>
        </p>
      ) : null}
      <ArticleTrouble article={article} actions={actions} />
      <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-1">
        {actions.edit ? <EditArticle article={article} edit={actions.edit} /> : null}
        {count > 0 ? (
          <Disclosure summary={count === 1 ? "1 capture" : `${count} captures`}>
            <CaptureList captures={article.captures} current={article.capture?.id ?? null} />
          </Disclosure>
        ) : null}
        {actions.capture && article.state === "captured" ? (
          <CaptureAgain articleId={article.id} hasUrl={article.url !== null} capture={actions.capture} />
        ) : null}
      </div>
    </header>
  );
}

/** The text begins with its headline, which is then shown there, where it can be quoted. */
function startsWithTitle({ title, capture }: ArticleDto): boolean {
  return Boolean(
    title && capture && !capture.expunged && capture.text.trimStart().startsWith(`${title.trim()}\n`),
  );
}

const fieldNames = {
  ...articleFieldNames,
  primary: "A primary source: it shows or records the thing itself",
  interests: "Interests of the source",
  interestsSource: "Where the interests are known from",
};
const valueNames = {
  primary: boxWords,
  kind: Object.fromEntries(articleKindOptions.map(({ value, label }) => [value, label])),
};

function EditArticle({ article, edit }: { article: ArticleDto; edit: FormAction }) {
  return (
    <Disclosure summary="Change what is known">
      <Form
        action={edit}
        id="edit-article"
        keep={`edit-article:${article.id}`}
        className="grid max-w-xl gap-3"
        fieldNames={fieldNames}
        valueNames={valueNames}
      >
        <input type="hidden" name="articleId" value={article.id} />
        <HiddenField name="version" value={article.version} />
        <ArticleFields article={article} />
        <CheckField name="primary" label={fieldNames.primary} defaultChecked={article.primary} />
        <TextAreaField
          name="interests"
          label={fieldNames.interests}
          optional
          hint="Who gains if readers believe it."
          defaultValue={article.interests}
          rows={2}
        />
        <TextField
          name="interestsSource"
          label={fieldNames.interestsSource}
          optional
          hint="An address, a register, a report."
          defaultValue={article.interestsSource}
        />
        <div>
          <SubmitButton look="plain">Save</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

type AgainProps = { articleId: string; hasUrl: boolean; capture: FormAction };

function CaptureAgain({ articleId, hasUrl, capture }: AgainProps) {
  return (
    <Disclosure summary="Capture again">
      <Form
        action={capture}
        id="capture-again"
        keep={`capture-again:${articleId}`}
        className="grid max-w-xl gap-3"
      >
        <input type="hidden" name="articleId" value={articleId} />
        <TextAreaField
          name="text"
          label="Text of the page today"
          optional={hasUrl}
          hint={
            hasUrl
              ? "Leave empty to fetch the address. Pasted text is compared, but says nothing about the source itself."
              : "This article has no address, so paste what it says."
          }
          required={!hasUrl}
        />
        <div>
          <SubmitButton look="plain" busy="Capturing…">
            Capture and compare the quotes
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
