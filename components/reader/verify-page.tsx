import { Fragment, type ReactNode } from "react";
import type { UnreadableAsk } from "@/lib/publications/asked-record";
import type { RecordCheck } from "@/lib/publications/record-check";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { readerPaths, recordPath, spokenPath, verdictPath, versionPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";
import { When } from "./when";

type Said = { site: ReaderSite; words: ReaderWords };
type Matching = Extract<RecordCheck, { outcome: "matches" }>;

/** Whether what was checked still holds: a signature holds for good, a verdict may not. */
function Standing({
  result: { slug, version, kind, later, withheldFor },
  words,
}: {
  result: Matching;
  words: ReaderWords;
}) {
  const said = words.verify.standing;
  const current = (inside: ReactNode) => <a href={verdictPath(slug)}>{inside}</a>;
  if (later === null && withheldFor !== null)
    return <p>{said.latestWithheld(words.changes.withheld[withheldFor])}</p>;
  if (later === null)
    return (
      <p>
        {kind === "retraction" ? <Phrase say={said.isRetraction} with={{ link: current }} /> : said.holds}
      </p>
    );
  if (later.change === "differs")
    return (
      <p className="note-box">
        <strong>{said.laterDiffers(later.version)}</strong>
      </p>
    );
  const when = <When iso={later.publishedAt} words={words} />;
  const now =
    later.withheldFor !== null
      ? said.laterWithheld(later.version, words.changes.withheld[later.withheldFor])
      : later.change === "retraction"
        ? words.verdict.nowRetracted
        : words.verdict.nowVersion(later.version);
  return (
    <p className="note-box">
      <strong>{said.holdsNoMore(version)}</strong>{" "}
      {later.change === "retraction" || later.change === null ? null : (
        <>
          {words.changes.done[later.change]} <When iso={later.publishedAt} words={words} />.{" "}
        </>
      )}
      <Phrase say={now} with={{ link: current, when }} />
    </p>
  );
}

function Matches({ result, words }: { result: Matching; words: ReaderWords }) {
  const said = words.verify.matches;
  const record = (inside: ReactNode) => <a href={recordPath(result.slug, result.version)}>{inside}</a>;
  const facts: [string, ReactNode][] = [
    [
      said.verdict,
      <>
        <a href={versionPath(result.slug, result.version)}>
          {result.slug}, {said.version(result.version)}
        </a>
      </>,
    ],
    ...(result.signerName === null
      ? []
      : [[said.signedBy, <bdi key="signer">{result.signerName}</bdi>] as [string, ReactNode]]),
    [
      result.kind === "retraction" ? said.retracted : said.published,
      <When key="when" iso={result.publishedAt} words={words} exact />,
    ],
    ["SHA-256", <code key="hash">{result.sha256}</code>],
    [said.signature, <code key="signature">{result.signature}</code>],
    [said.key, <code key="key">{result.keyId}</code>],
    [said.log, result.logIndex === null ? said.notYet : said.entry(result.logIndex)],
  ];
  return (
    <section id="result">
      <h2>{said.title}</h2>
      <Standing result={result} words={words} />
      <dl className="wide">
        {facts.flatMap(([name, fact]) => [<dt key={`${name} dt`}>{name}</dt>, <dd key={name}>{fact}</dd>])}
      </dl>
      <p>
        <Phrase say={said.after} with={{ link: record }} />
      </p>
    </section>
  );
}

/** What was typed names no record: that says nothing of what was published. */
function Unreadable({ result, site, words }: Said & { result: UnreadableAsk }) {
  const said = words.verify.unreadable;
  const { typed } = result;
  return (
    <section id="result">
      <h2>{said.title}</h2>
      <p className="note-box">
        {result.problem === "elsewhere"
          ? said.elsewhere(result.host, new URL(site.url).host)
          : result.problem === "version"
            ? said.version(typed.version)
            : said.name(typed.slug)}
      </p>
    </section>
  );
}

type Checked = RecordCheck | UnreadableAsk;

function Result({ result, site, words }: Said & { result: Checked }) {
  if (result.outcome === "unreadable") return <Unreadable result={result} site={site} words={words} />;
  if (result.outcome === "matches") return <Matches result={result} words={words} />;
  if (result.outcome === "differs") {
    const { title, text, reasons } = words.verify.differs;
    const report = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.report)}>{inside}</a>;
    const reason = reasons[result.reason];
    return (
      <section id="result">
        <h2>{title}</h2>
        <p className="note-box">
          <Phrase say={text} with={{ version: result.version, slug: result.slug, reason, link: report }} />
        </p>
      </section>
    );
  }
  const { title, text, textOf } = words.verify.unknown;
  return (
    <section id="result">
      <h2>{title}</h2>
      <p>{result.version === null ? text(result.slug) : textOf(result.slug, result.version)}</p>
    </section>
  );
}

function Form({ site, words, slug, version }: Said & { slug: string; version: string }) {
  const said = words.verify.form;
  return (
    <form action={spokenPath(site, readerPaths.verify)} method="get" className="search">
      <p>
        <label htmlFor="slug">{said.slug}</label>
        <input id="slug" name="slug" defaultValue={slug} required maxLength={500} autoComplete="off" />
      </p>
      <p>
        <label htmlFor="version">{said.version}</label>
        <input
          id="version"
          name="version"
          inputMode="numeric"
          pattern="[0-9]*"
          defaultValue={version}
          size={4}
        />
      </p>
      <button type="submit">{said.button}</button>
    </form>
  );
}

/** Shown by the page's script alone, which takes its words from here: without one there is nothing here to use. */
function InBrowser({ words }: { words: ReaderWords }) {
  const said = words.verify.inBrowser;
  return (
    <section id="in-browser" hidden data-words={JSON.stringify(words.verifyScript)}>
      <h2>{said.title}</h2>
      <p>{said.text}</p>
      <form className="stacked">
        <p>
          <button type="button">{said.button}</button>
        </p>
        <p>
          <label htmlFor="file">{said.file}</label>
          <input id="file" type="file" accept=".zip,.json,application/zip,application/json" />
        </p>
      </form>
      <div id="in-browser-result" role="status" />
    </section>
  );
}

/** A command line to copy: it breaks between its words only, and a hyphen or a dot is none. */
function Command({ line }: { line: string }) {
  return (
    <code dir="ltr">
      {line.split(" ").map((word, index) => (
        <Fragment key={index}>
          {index === 0 ? null : " "}
          <span className="nowrap">{word}</span>
        </Fragment>
      ))}
    </code>
  );
}

function ByYourself({ words }: { words: ReaderWords }) {
  const said = words.verify.alone;
  const linkTo = (href: string) => (inside: ReactNode) => <a href={href}>{inside}</a>;
  return (
    <section id="offline">
      <h2>{said.title}</h2>
      <ol>
        <li>{said.bundle}</li>
        <li>
          <Phrase say={said.program} with={{ link: linkTo(readerPaths.verifyProgram) }} />
        </li>
        <li>
          <Phrase say={said.keys} with={{ link: linkTo(readerPaths.keys) }} />
        </li>
        <li>
          <Phrase
            say={said.run}
            with={{ code: <Command line="node verify-bundle.mjs bundle.zip --keys keys.json" /> }}
          />
        </li>
      </ol>
      <p>
        <Phrase say={said.how} with={{ code: <code>countersign-record-v1</code> }} />
      </p>
    </section>
  );
}

/** "Has this page been altered?": the check by our server, the check without it, and what both can tell. */
export function VerifyPage({ site, result }: { site: ReaderSite; result: Checked | null }) {
  const words = readerWords(site.speaks);
  const { title, description, shows, showsNot } = words.verify;
  const said = { site, words };
  const typed =
    result?.outcome === "unreadable"
      ? result.typed
      : { slug: result?.slug ?? "", version: String(result?.version ?? "") };
  return (
    <ReaderDocument
      site={site}
      title={title}
      description={description(site.name)}
      path={readerPaths.verify}
      isHidden={result !== null}
      script={readerPaths.verifyScript}
    >
      <main id="main" className="wrap page reading">
        <h1>{title}</h1>
        <Form {...typed} {...said} />
        {result === null ? null : <Result result={result} {...said} />}
        <InBrowser words={words} />
        <section id="shows">
          <h2>{shows.title}</h2>
          <ul>
            <li>{shows.words}</li>
            <li>{shows.key}</li>
          </ul>
          <h2>{showsNot.title}</h2>
          <ul>
            <li>{showsNot.right}</li>
            <li>{showsNot.sources}</li>
            <li>{showsNot.hand}</li>
          </ul>
        </section>
        <ByYourself words={words} />
      </main>
    </ReaderDocument>
  );
}
