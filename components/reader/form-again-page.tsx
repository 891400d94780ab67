import { labelPrefix } from "@/lib/core/issue-field";
import type { Issue } from "@/lib/core/result";
import { ReaderDocument } from "./reader-document";
import type { ReaderSite } from "./reader-site";

export type FormAgainPageProps = {
  site: ReaderSite;
  title: string;
  /** What happened and what to do. */
  problem: string;
  issues: readonly Issue[];
  /** Everything that came, by name; what the form calls a field stands under its label's name. */
  fields: Readonly<Record<string, string>>;
  /** Where the form is sent, and what stands for the way back to it. */
  action: string;
  back: { href: string; words: string };
};

type RowProps = { name: string; value: string; label: string | undefined; issues: readonly Issue[] };

/** A field with its words in it. What had no label is an id or a choice and goes along unseen. */
function Row({ name, value, label, issues }: RowProps) {
  if (!label) return <input type="hidden" name={name} value={value} />;
  const wrong = issues.filter(({ field }) => field === name).map(({ message }) => message);
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <input type="hidden" name={labelPrefix + name} value={label} />
      {wrong.length > 0 ? (
        <strong className="problem" id={`${name}-problem`}>
          {wrong.join(" ")}
        </strong>
      ) : null}
      <input
        id={name}
        name={name}
        defaultValue={value}
        dir="auto"
        aria-invalid={wrong.length > 0 ? true : undefined}
        aria-describedby={wrong.length > 0 ? `${name}-problem` : undefined}
      />
    </p>
  );
}

/** The answer to a form with a file that was refused where no script kept it: its words to go on with, and the file's field. */
export function FormAgainPage({ site, title, problem, issues, fields, action, back }: FormAgainPageProps) {
  const names = Object.keys(fields).filter((name) => !name.startsWith("$"));
  return (
    <ReaderDocument site={site} title={title} description={problem} canonical={null} isHidden>
      <main id="main" className="wrap page reading">
        <h1>{title}</h1>
        <p role="alert" className="note-box">
          {problem} What you typed is still here.
        </p>
        <form action={action} method="post" encType="multipart/form-data" className="stacked">
          {names.map((name) => (
            <Row
              key={name}
              name={name}
              value={fields[name]!}
              label={fields[labelPrefix + name]}
              issues={issues}
            />
          ))}
          <p>
            <label htmlFor="file">The file, chosen again</label>
            <input id="file" type="file" name="file" required />
          </p>
          <button type="submit">Send it again</button>
        </form>
        <p>
          <a href={back.href}>{back.words}</a>
        </p>
      </main>
    </ReaderDocument>
  );
}
