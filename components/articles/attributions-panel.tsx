import Link from "next/link";
import type { AttributionDto } from "@/lib/articles/dto";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { AddAttribution } from "./add-attribution";
import { attributionWords } from "./attribution-words";

export type AttributionActions = {
  /** attributionId, status: confirmed, rejected or suggested. */
  decide?: FormAction;
  /** articleId, type, toArticleId, or originName, originKind, originNaming, originPrimary. */
  add?: FormAction;
};

type Props = {
  articleId: string;
  attributions: AttributionDto[];
  /** Articles it may lean on, for the list of the form. */
  articles: { id: string; name: string }[];
  actions?: AttributionActions;
  /** The article's name, where several panels stand on one page. */
  about?: string;
};

/** Where the article has it from: suggested by rules, decided by people. */
export function AttributionsPanel({ articleId, attributions, articles, actions = {}, about }: Props) {
  const open = attributions.filter(({ status }) => status === "suggested");
  const confirmed = attributions.filter(({ status }) => status === "confirmed");
  const rejected = attributions.filter(({ status }) => status === "rejected");
  return (
    <Section
      id={about ? `attributions-${articleId}` : "attributions"}
      title={about ? `Where ${about} has it from` : "Where it has it from"}
      aside={asideWords(open.length)}
    >
      {attributions.length === 0 ? (
        <p className="text-ink-2">Origin unknown. No rule found a source; if you know one, add it.</p>
      ) : null}
      <ul>
        {[...open, ...confirmed].map((item) => (
          <AttributionLine key={item.id} item={item} articleId={articleId} decide={actions.decide} />
        ))}
      </ul>
      {rejected.length > 0 ? (
        <Disclosure summary={`${rejected.length} rejected`}>
          <ul>
            {rejected.map((item) => (
              <AttributionLine key={item.id} item={item} articleId={articleId} decide={actions.decide} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {actions.add ? (
        <Disclosure summary="Add by hand">
          <AddAttribution articleId={articleId} articles={articles} action={actions.add} />
        </Disclosure>
      ) : null}
    </Section>
  );
}

function asideWords(open: number): string | undefined {
  if (open === 0) return undefined;
  return open === 1 ? "1 suggestion to confirm" : `${open} suggestions to confirm`;
}

type LineProps = { item: AttributionDto; articleId: string; decide?: FormAction };

function AttributionLine({ item, articleId, decide }: LineProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-t py-2.5">
      <div className="min-w-48 flex-1">
        <p>
          <From item={item} articleId={articleId} /> {attributionWords[item.type]}{" "}
          {item.type === "own-reporting" ? null : <To item={item} />}
          <span className="text-ink-3"> · {item.status}</span>
        </p>
        {item.reason ? (
          <p className="text-sm text-ink-3">
            {item.reason.rule}
            {item.reason.quote ? (
              <>
                : <q className="font-serif">{item.reason.quote}</q>
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      {decide ? (
        <Form action={decide} id={`attribution-${item.id}`} className="flex flex-wrap gap-2">
          <input type="hidden" name="attributionId" value={item.id} />
          {item.status === "confirmed" ? null : (
            <SubmitButton look="plain" small name="status" value="confirmed">
              Confirm
            </SubmitButton>
          )}
          {item.status === "rejected" ? null : (
            <SubmitButton
              look={item.status === "confirmed" ? "quiet" : "plain"}
              small
              name="status"
              value="rejected"
            >
              Reject
            </SubmitButton>
          )}
        </Form>
      ) : null}
    </li>
  );
}

function From({ item, articleId }: { item: AttributionDto; articleId: string }) {
  if (item.from.articleId === articleId) return <>This article</>;
  return (
    <Link href={places.article(item.from.articleId)}>
      {item.from.outlet ?? item.from.title ?? "An article"}
    </Link>
  );
}

function To({ item: { to } }: { item: AttributionDto }) {
  if ("origin" in to) {
    return (
      <>
        {to.origin.name}
        <span className="text-ink-3">
          {" "}
          ({to.origin.kind}
          {to.origin.primary ? ", primary" : ""})
        </span>
      </>
    );
  }
  return (
    <>
      <Link href={places.article(to.articleId)}>{to.outlet ?? to.title ?? "an article"}</Link>
      {to.state === "captured" ? null : <span className="text-warn"> not read yet</span>}
    </>
  );
}
