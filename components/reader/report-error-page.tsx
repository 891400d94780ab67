import type { ReactNode } from "react";
import { readerWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, reportPath, spokenPath, verdictPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

export type ReportField = "what" | "source" | "contact";

export type ReportErrorPageProps = {
  site: ReaderSite;
  /** The verdict it is about, when the reader came from one. */
  slug: string | null;
  finding: string | null;
  /** Language of the finding; unknown, its letters say how it runs. */
  findingLanguage?: string | null;
  /** What was typed, when the form comes back with problems. */
  values?: Partial<Record<ReportField, string>>;
  problems?: readonly { field: ReportField | null; message: string }[];
  /** The report was received. */
  isSent?: boolean;
};

type FieldProps = {
  name: ReportField;
  label: string;
  hint?: string;
  rows?: number;
  props: ReportErrorPageProps;
};

function Field({ name, label, hint, rows, props }: FieldProps) {
  const problem = props.problems?.find(({ field }) => field === name);
  const describedBy = [
    hint === undefined ? null : `${name}-hint`,
    problem === undefined ? null : `${name}-problem`,
  ]
    .filter((id) => id !== null)
    .join(" ");
  const shared = {
    id: name,
    name,
    defaultValue: props.values?.[name] ?? "",
    required: name === "what",
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": problem === undefined ? undefined : true,
  };
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem === undefined ? null : (
        <strong className="problem" id={`${name}-problem`}>
          {problem.message}
        </strong>
      )}
      {rows === undefined ? (
        <input {...shared} dir="auto" maxLength={500} />
      ) : (
        <textarea {...shared} dir="auto" rows={rows} maxLength={5000} />
      )}
    </p>
  );
}

function Form({ props }: { props: ReportErrorPageProps }) {
  const said = readerWords(props.site.speaks).report;
  return (
    <form action={spokenPath(props.site, readerPaths.report)} method="post" className="stacked">
      {props.slug === null ? null : <input type="hidden" name="slug" value={props.slug} />}
      <Field name="what" label={said.what} hint={said.whatHint} rows={6} props={props} />
      <Field name="source" label={said.source} hint={said.sourceHint} props={props} />
      <Field name="contact" label={said.contact} hint={said.contactHint} props={props} />
      <p className="trap" aria-hidden="true">
        <label htmlFor="website">{said.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <button type="submit">{said.button}</button>
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

/** A plain form, sent by POST to `/report`; `website` is a trap for machines and stays empty. */
export function ReportErrorPage(props: ReportErrorPageProps) {
  const { site, slug, finding, findingLanguage, isSent = false, problems = [] } = props;
  const said = readerWords(site.speaks).report;
  const general = problems.filter(({ field }) => field === null);
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
            {general.map(({ message }) => (
              <p key={message} className="note-box" role="alert">
                {message}
              </p>
            ))}
            <Form props={props} />
          </>
        )}
      </main>
    </ReaderDocument>
  );
}
