import type { ReactNode } from "react";
import type { UnreadableAsk } from "@/lib/publications/asked-record";
import type { RecordCheck, RecordSubject } from "@/lib/publications/record-check";
import { sitePageNames } from "@/lib/site-pages/pages";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import {
  readerPaths,
  recordPath,
  sitePagePath,
  sitePageRecordPath,
  spokenPath,
  verdictPath,
  versionPath,
} from "./reader-paths";
import type { ReaderSite } from "./reader-site";
import { ByYourself } from "./verify-by-yourself";
import { FindingChecked, OutcomeTitle } from "./verify-outcome";
import { When } from "./when";

type Said = { site: ReaderSite; words: ReaderWords };
type Matching = Extract<RecordCheck, { outcome: "matches" }>;

/** What a record is of, in words and by its addresses. */
function namesOf(subject: RecordSubject, { site, words }: Said) {
  if (subject.of === "page") {
    const { page } = subject;
    return {
      name: words.sitePages.titles[page],
      now: spokenPath(site, sitePagePath(page)),
      at: (version: number) => spokenPath(site, sitePagePath(page, version)),
      record: (version: number) => sitePageRecordPath(page, version),
    };
  }
  const { slug } = subject;
  return {
    name: slug,
    now: verdictPath(slug),
    at: (version: number) => versionPath(slug, version),
    record: (version: number) => recordPath(slug, version),
  };
}

/** Whether what was checked still holds: a signature holds for good, a verdict or a page may not. */
function Standing({
  result: { subject, version, isRetraction, later, withheldFor },
  site,
  words,
}: Said & { result: Matching }) {
  const said = words.verify.standing;
  const current = (inside: ReactNode) => <a href={namesOf(subject, { site, words }).now}>{inside}</a>;
  if (later === null && withheldFor !== null)
    return <p>{said.latestWithheld(words.changes.withheld[withheldFor])}</p>;
  if (later === null)
    return <p>{isRetraction ? <Phrase say={said.isRetraction} with={{ link: current }} /> : said.holds}</p>;
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

function Matches({ result, site, words }: Said & { result: Matching }) {
  const said = words.verify.matches;
  const { subject, version } = result;
  const { name, at, record: recordAt } = namesOf(subject, { site, words });
  const record = (inside: ReactNode) => <a href={recordAt(version)}>{inside}</a>;
  const checked = (inside: ReactNode) => (
    <a href={at(version)}>
      {inside}, {said.version(version)}
    </a>
  );
  const facts: [string, ReactNode][] = [
    [
      said[subject.of],
      result.found === null ? (
        checked(name)
      ) : (
        <FindingChecked key="found" found={result.found} link={checked} words={words} />
      ),
    ],
    ...(result.signerName === null
      ? []
      : [[said.signedBy, <bdi key="signer">{result.signerName}</bdi>] as [string, ReactNode]]),
    [
      result.isRetraction ? said.retracted : said.published,
      <When key="when" iso={result.publishedAt} words={words} exact />,
    ],
    ["SHA-256", <code key="hash">{result.sha256}</code>],
    [said.signature, <code key="signature">{result.signature}</code>],
    [said.key, <code key="key">{result.keyId}</code>],
    [said.log, result.logIndex === null ? said.notYet : said.entry(result.logIndex)],
  ];
  return (
    <section id="result">
      <OutcomeTitle outcome="matches" words={words} />
      <Standing result={result} site={site} words={words} />
      <dl className="wide">
        {facts.flatMap(([fact, value]) => [<dt key={`${fact} dt`}>{fact}</dt>, <dd key={fact}>{value}</dd>])}
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
  const { name } = namesOf(result.subject, { site, words });
  if (result.outcome === "matches") return <Matches result={result} site={site} words={words} />;
  if (result.outcome === "differs") {
    const { of, reasons } = words.verify.differs;
    const report = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.report)}>{inside}</a>;
    const reason = reasons[result.reason];
    return (
      <section id="result">
        <OutcomeTitle outcome="differs" words={words} />
        <p className="note-box">
          <Phrase
            say={of[result.subject.of]}
            with={{ version: result.version, name, reason, link: report }}
          />
        </p>
      </section>
    );
  }
  const { title, check, text, textOf } = words.verify.unknown[result.subject.of];
  const search = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.search)}>{inside}</a>;
  return (
    <section id="result">
      <h2>{title}</h2>
      {result.subject.of === "page" && result.version === null ? null : (
        <p>
          <Phrase say={check} with={{ link: search }} />
        </p>
      )}
      <p>{result.version === null ? text(name) : textOf(name, result.version)}</p>
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
    <section
      id="in-browser"
      hidden
      data-words={JSON.stringify(words.verifyScript)}
      data-pages={sitePageNames.join(" ")}
    >
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

/** What stands in the form's fields beside a result. */
function typedFor(result: Checked): { slug: string; version: string } {
  if (result.outcome === "unreadable") return result.typed;
  const { subject, version } = result;
  const slug = subject.of === "page" ? sitePagePath(subject.page) : subject.slug;
  return { slug, version: String(version ?? "") };
}

/** "Has this page been altered?": the check by our server, the check without it, and what both can tell. */
export function VerifyPage({ site, result }: { site: ReaderSite; result: Checked | null }) {
  const words = readerWords(site.speaks);
  const { title, description, shows, showsNot } = words.verify;
  const said = { site, words };
  const typed = result === null ? { slug: "", version: "" } : typedFor(result);
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
