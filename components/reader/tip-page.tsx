import type { ReactNode } from "react";
import { readerWords } from "@/lib/words/reader";
import { Field, GeneralProblems, SendButton, type FilledForm } from "./form-fields";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

export type TipField = "what" | "where" | "contact";

export type TipPageProps = FilledForm<TipField> & {
  site: ReaderSite;
  /** The tip was received. */
  isSent?: boolean;
};

function Form(props: TipPageProps) {
  const { tip, report } = readerWords(props.site.speaks);
  return (
    <form action={spokenPath(props.site, readerPaths.tip)} method="post" className="stacked">
      <Field name="what" label={tip.what} hint={tip.whatHint} rows={6} isRequired form={props} />
      <Field name="where" label={tip.where} hint={tip.whereHint} form={props} />
      <Field name="contact" label={report.contact} hint={report.contactHint} form={props} />
      <SendButton words={tip.button} trap={report.trap} asked={report.asked} isAsked={props.isAsked} />
    </form>
  );
}

/** What readers want checked: a plain form, sent by POST to `/tip`, and the thanks for it. */
export function TipPage(props: TipPageProps) {
  const { site, isSent = false, problems = [] } = props;
  const said = readerWords(site.speaks).tip;
  const title = isSent ? said.sentTitle : said.title;
  const link = (href: string) => (inside: ReactNode) => <a href={spokenPath(site, href)}>{inside}</a>;
  return (
    <ReaderDocument
      site={site}
      title={title}
      description={said.description(site.name)}
      path={readerPaths.tip}
      isHidden={isSent || problems.length > 0}
    >
      <main id="main" className="wrap page reading">
        <h1>{title}</h1>
        <p>
          {isSent ? (
            <Phrase say={said.sent} with={{ link: link(readerPaths.home), again: link(readerPaths.tip) }} />
          ) : (
            <Phrase
              say={said.intro}
              with={{ link: link(readerPaths.search), report: link(readerPaths.report) }}
            />
          )}
        </p>
        {isSent ? null : (
          <>
            <GeneralProblems problems={problems} />
            <Form {...props} />
          </>
        )}
      </main>
    </ReaderDocument>
  );
}
