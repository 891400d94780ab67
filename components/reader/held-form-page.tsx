import type { HeldField, HeldForm } from "@/lib/core/held-form";
import { capitalise } from "@/lib/core/capitalise";
import { heldForField } from "@/lib/core/held-form";
import { labelPrefix } from "@/lib/core/issue-field";
import { SignInLink } from "@/components/ui/sign-in-again";
import { ReaderDocument } from "./reader-document";
import type { ReaderSite } from "./reader-site";

export type HeldFormPageProps = {
  site: ReaderSite;
  held: HeldForm;
  /** The page whose form it was; a path of this site that was checked. */
  returnTo: string;
  /** The account that wrote it, empty when nobody knows. */
  writtenBy: string;
};

/** A field's name as words: `writeUp` and `quote.exact` are told to a person as "Write up" and "Quote exact". */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[.\-_]+/g, " ")
    .toLowerCase();
  return capitalise(words);
}

/** What the form calls a field, as it sent that along. */
function labelOf(name: string, fields: readonly HeldField[]): string {
  return fields.find((field) => field.name === labelPrefix + name)?.value ?? wordsOf(name);
}

function Written({ words, fields }: Pick<HeldForm, "words" | "fields">) {
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="written">
      <h2 id="written">What you wrote</h2>
      {words.map(({ name, value }, index) => (
        <p key={index}>
          <label htmlFor={`written-${index}`}>{labelOf(name, fields)}</label>
          <textarea
            id={`written-${index}`}
            readOnly
            defaultValue={value}
            rows={Math.min(12, 1 + Math.ceil(value.length / 60) + value.split("\n").length)}
          />
        </p>
      ))}
    </section>
  );
}

function AskedAgain({ held }: { held: HeldForm }) {
  return (
    <>
      {held.files.map(({ name, value }, index) => (
        <p key={index}>
          <label htmlFor={`file-${index}`}>Choose the file again: {value}</label>
          <input id={`file-${index}`} type="file" name={name} />
        </p>
      ))}
      {held.secrets.map((name) => (
        <p key={name}>
          <label htmlFor={`secret-${name}`}>Your {wordsOf(name).toLowerCase()} once more</label>
          <input id={`secret-${name}`} type="password" name={name} required autoComplete="current-password" />
        </p>
      ))}
    </>
  );
}

/**
 * The answer to a form whose session had ended, where no script could keep it: all of it, to be sent again from here.
 * It says who wrote it, so that it is not done for somebody else who signs in meanwhile.
 */
export function HeldFormPage({ site, held, returnTo, writtenBy }: HeldFormPageProps) {
  return (
    <ReaderDocument
      site={site}
      title="Your session has ended"
      description="Sign in again; what you wrote is kept."
      canonical={null}
      isHidden
      isBare
    >
      <main id="main" className="wrap page reading">
        <p>
          The desk of <strong>{site.name}</strong>
        </p>
        <h1>Your session has ended</h1>
        <p role="alert" className="note-box">
          Nothing was saved, and nothing that you wrote is lost: this page holds it. Keep it open.
        </p>
        <ol>
          <li>
            <SignInLink />
          </li>
          <li>Come back to this one and send it again.</li>
        </ol>
        <div className="stacked">
          <Written words={held.words} fields={held.fields} />
        </div>
        <form action={returnTo} method="post" encType="multipart/form-data" className="stacked">
          {held.fields.map(({ name, value }, index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name={heldForField} value={writtenBy} />
          <AskedAgain held={held} />
          <button type="submit">Send it again</button>
        </form>
      </main>
    </ReaderDocument>
  );
}
