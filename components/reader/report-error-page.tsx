import type { ReactNode } from "react";
import { readerWords } from "@/lib/words/reader";
import { Field, GeneralProblems, SendButton, type FieldProblem } from "./form-fields";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, reportPath, spokenPath, verdictPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

export type ReportField = "page" | "what" | "source" | "contact";

export type ReportErrorPageProps = {
  site: ReaderSite;
  /** The verdict it is about, when the reader came from one. */
  slug: string | null;
  finding: string | null;
  /** Language of the finding; unknown, its letters say how it runs. */
  findingLanguage?: string | null;
  /** What was typed, when the form comes back with problems. */
  values?: Partial<Record<ReportField, string>>;
  problems?: readonly FieldProblem<ReportField>[];
  /** The trap for machines was filled: whoever wrote it is asked. */
  isAsked?: boolean;
  /** The report was received. */
  isSent?: boolean;
};

function Form({ props }: { props: ReportErrorPageProps }) {
  const said = readerWords(props.site.speaks).report;
  return (
    <form action={spokenPath(props.site, readerPaths.report)} method="post" className="stacked">
      {props.slug === null ? (
        <Field name="page" label={said.page} hint={said.pageHint} form={props} />
      ) : (
        <input type="hidden" name="slug" value={props.slug} />
      )}
      <Field name="what" label={said.what} hint={said.whatHint} rows={6} isRequired form={props} />
      <Field name="source" label={said.source} hint={said.sourceHint} form={props} />
      <Field name="contact" label={said.contact} hint={said.contactHint} form={props} />
      <SendButton words={said.button} trap={said.trap} asked={said.asked} isAsked={props.isAsked} />
    </form>
  );
}

function Sent({ site }: { site: ReaderSite }) {
  const link = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.corrections)}>{inside}</a>;
  return (
    <p>
      <Phrase say={readerWords(site.speaks).report.sent} with={{ link }} />
    </p>
  );
}

/** A plain form, sent by POST to `/report`; it asks which page it is about where it was not opened from a verdict. */
export function ReportErrorPage(props: ReportErrorPageProps) {
  const { site, slug, finding, findingLanguage, isSent = false, problems = [] } = props;
  const said = readerWords(site.speaks).report;
  const title = isSent ? said.sentTitle : said.title;
  return (
    <ReaderDocument
      site={site}
      title={title}
      description={said.description(site.name)}
      path={slug === null ? readerPaths.report : reportPath(slug)}
      isHidden
    >
      <main id="main" className="wrap page reading">
        <h1>{title}</h1>
        {slug === null || finding === null ? null : (
          <p>
            <Phrase
              say={said.about}
              with={{
                link: (
                  <a href={verdictPath(slug)} lang={findingLanguage ?? undefined} dir="auto">
                    {finding}
                  </a>
                ),
              }}
            />
          </p>
        )}
        {isSent ? (
          <Sent site={site} />
        ) : (
          <>
            <GeneralProblems problems={problems} />
            <Form props={props} />
          </>
        )}
      </main>
    </ReaderDocument>
  );
}
