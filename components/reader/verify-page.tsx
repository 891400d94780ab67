import { en } from "@/lib/words/en";
import type { RecordCheck } from "@/lib/publications/record-check";
import { ReaderDocument } from "./reader-document";
import { readerPaths, recordPath, verdictPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";
import { When } from "./when";

function Matches({ result }: { result: Extract<RecordCheck, { outcome: "matches" }> }) {
  return (
    <section id="result">
      <h2>The record matches its signature</h2>
      <dl className="wide">
        <dt>Verdict</dt>
        <dd>
          <a href={verdictPath(result.slug)}>{result.slug}</a>, version {result.version}
        </dd>
        <dt>Signed by</dt>
        <dd>{result.signerName}</dd>
        <dt>Published</dt>
        <dd>
          <When words={en} iso={result.publishedAt} exact />
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{result.sha256}</code>
        </dd>
        <dt>Signature</dt>
        <dd>
          <code>{result.signature}</code>
        </dd>
        <dt>Key</dt>
        <dd>
          <code>{result.keyId}</code>
        </dd>
        <dt>Log</dt>
        <dd>
          {result.logIndex === null
            ? "not yet in the log: look again in a minute"
            : `entry ${result.logIndex}`}
        </dd>
      </dl>
      <p>
        <a href={recordPath(result.slug, result.version)}>The signed record</a> is what was checked. This
        check was made by our own server; the one below needs no trust in it.
      </p>
    </section>
  );
}

function Result({ result }: { result: RecordCheck }) {
  if (result.outcome === "matches") return <Matches result={result} />;
  if (result.outcome === "differs") {
    return (
      <section id="result">
        <h2>The record does not match its signature</h2>
        <p className="note-box">
          Version {result.version} of {result.slug} is not shown to readers. What we know: {result.reason}.
          Please <a href={readerPaths.report}>tell us</a> how you came here.
        </p>
      </section>
    );
  }
  return (
    <section id="result">
      <h2>No such verdict</h2>
      <p>
        We have published nothing under “{result.slug}”
        {result.version === null ? "" : `, version ${result.version}`}. A page that says otherwise does not
        come from us.
      </p>
    </section>
  );
}

function Form({ slug, version }: { slug: string; version: number | null }) {
  return (
    <form action={readerPaths.verify} method="get" className="search">
      <p>
        <label htmlFor="slug">Verdict, as in its address after /verdicts/</label>
        <input id="slug" name="slug" defaultValue={slug} required maxLength={200} autoComplete="off" />
      </p>
      <p>
        <label htmlFor="version">Version</label>
        <input
          id="version"
          name="version"
          inputMode="numeric"
          pattern="[0-9]*"
          defaultValue={version ?? ""}
          size={4}
        />
      </p>
      <button type="submit">Check</button>
    </form>
  );
}

/** Shown by the page's script alone: without one there is nothing here to use. */
function InBrowser() {
  return (
    <section id="in-browser" hidden>
      <h2>Check in this browser</h2>
      <p>Your browser does the whole check; nothing is sent to us but the question for the file.</p>
      <form className="stacked">
        <p>
          <button type="button">Fetch and check the verdict named above</button>
        </p>
        <p>
          <label htmlFor="file">Or choose a bundle or record file, or drop it on this page</label>
          <input id="file" type="file" accept=".zip,.json,application/zip,application/json" />
        </p>
      </form>
      <div id="in-browser-result" role="status" />
    </section>
  );
}

function ByYourself() {
  return (
    <section id="offline">
      <h2>Check it yourself, without us</h2>
      <ol>
        <li>Save the evidence bundle, the ZIP file that every verdict links beside its hash.</li>
        <li>
          Save the <a href={readerPaths.verifyProgram}>program verify-bundle.mjs</a>, one file that needs Node
          20 and no network, and read it if you like.
        </li>
        <li>
          Save the <a href={readerPaths.keys}>public keys</a>, best from a copy made earlier or by someone
          else.
        </li>
        <li>
          Run <code>node verify-bundle.mjs bundle.zip --keys keys.json</code>. It says passed or failed for
          each item.
        </li>
      </ol>
      <p>
        The program compares every file with the manifest, writes the record in its one canonical form (RFC
        8785), takes the SHA-256 of it, and checks the Ed25519 signature over{" "}
        <code>countersign-record-v1</code>, a line break and that hash, with the key that was valid when it
        was signed. It looks for each quote in its sentence, and for the record in our public log.
      </p>
    </section>
  );
}

/** "Has this page been altered?": the check by our server, the check without it, and what both can tell. */
export function VerifyPage({ site, result }: { site: ReaderSite; result: RecordCheck | null }) {
  return (
    <ReaderDocument
      site={site}
      title="Has this page been altered?"
      description={`How to check that a verdict of ${site.name} is the one its editor signed.`}
      canonical={site.url + readerPaths.verify}
      isHidden={result !== null}
      script={readerPaths.verifyScript}
    >
      <main id="main" className="wrap page reading">
        <h1>Has this page been altered?</h1>
        <Form slug={result?.slug ?? ""} version={result?.version ?? null} />
        {result === null ? null : <Result result={result} />}
        <InBrowser />
        <section id="shows">
          <h2>What a check shows</h2>
          <ul>
            <li>The verdict is word for word the one that was signed, rating, quotes and dates included.</li>
            <li>It was signed with a key of this newsroom, and the version before it is the one it names.</li>
          </ul>
          <h2>What it cannot show</h2>
          <ul>
            <li>That the finding is right. For that, read the evidence and follow its links.</li>
            <li>That a source still says what we quoted; each quote says when we last looked.</li>
            <li>Who sat at the keyboard: it shows which key signed, and the newsroom says who held it.</li>
          </ul>
        </section>
        <ByYourself />
      </main>
    </ReaderDocument>
  );
}
