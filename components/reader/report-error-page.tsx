import { ReaderDocument } from "./reader-document";
import { readerPaths, verdictPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

export type ReportField = "what" | "source" | "contact";

export type ReportErrorPageProps = {
  site: ReaderSite;
  /** The verdict it is about, when the reader came from one. */
  slug: string | null;
  finding: string | null;
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
        <input {...shared} maxLength={500} />
      ) : (
        <textarea {...shared} rows={rows} maxLength={5000} />
      )}
    </p>
  );
}

function Form({ props }: { props: ReportErrorPageProps }) {
  return (
    <form action={readerPaths.report} method="post" className="stacked">
      {props.slug === null ? null : <input type="hidden" name="slug" value={props.slug} />}
      <Field
        name="what"
        label="What is wrong, and what is right?"
        hint="Quote our words if you can."
        rows={6}
        props={props}
      />
      <Field
        name="source"
        label="Where can we see it? (if you know)"
        hint="An address, a document, a person."
        props={props}
      />
      <Field
        name="contact"
        label="How can we reach you? (if you like)"
        hint="Seen by our editors only. Without it we cannot answer you."
        props={props}
      />
      <p className="trap" aria-hidden="true">
        <label htmlFor="website">Leave this empty</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <button type="submit">Send the report</button>
    </form>
  );
}

/** A plain form, sent by POST to `/report`; `website` is a trap for machines and stays empty. */
export function ReportErrorPage(props: ReportErrorPageProps) {
  const { site, slug, finding, isSent = false, problems = [] } = props;
  const general = problems.filter(({ field }) => field === null);
  return (
    <ReaderDocument
      site={site}
      title={isSent ? "We have your report" : "Report an error"}
      description={`Tell ${site.name} about an error in a verdict.`}
      canonical={site.url + readerPaths.report}
      isHidden
    >
      <main id="main" className="wrap page reading">
        <h1>{isSent ? "We have your report" : "Report an error"}</h1>
        {slug === null || finding === null ? null : (
          <p>
            About: <a href={verdictPath(slug)}>{finding}</a>
          </p>
        )}
        {isSent ? (
          <p>
            An editor will read it. If we change something, the verdict will say what and why, and it will be
            among the <a href={readerPaths.corrections}>corrections</a>.
          </p>
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
