import { Fragment } from "react";
import { changedPart } from "@/lib/words/changed-part";
import type { ReaderWords } from "@/lib/words/reader";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import type { DiffPart } from "@/lib/publications/word-diff";
import { clipDiff } from "./clip-diff";
import { Dotted } from "./dotted";
import { contentIn } from "./reader-site";
import { When } from "./when";

/** The parts whose sentences cite evidence. */
const citing = new Set(["writeUp", "reconciliation"]);

/** A text with its citations, "[2]", as on the verdict's page: small numbers above the line. */
function Cited({ text }: { text: string }) {
  return text.split(/\[(\d+)\]/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <sup key={index} className="cite">
        {part}
      </sup>
    ),
  );
}

/**
 * Words taken out and put in, by mark-up and by line as well as by colour. The space after a word is none of it, and
 * between what went and what came there is one.
 */
function DiffText({ diff, cites }: { diff: readonly DiffPart[]; cites: boolean }) {
  const parts = clipDiff(diff);
  const shown = (text: string) => (cites ? <Cited text={text} /> : text);
  return parts.map(({ op, text }, index) => {
    if (op === "same") return <span key={index}>{shown(text)}</span>;
    const words = text.trimEnd();
    const after = text.slice(words.length);
    const Changed = op;
    return (
      <Fragment key={index}>
        <Changed>{shown(words)}</Changed>
        {after === "" && op === "del" && parts[index + 1]?.op === "ins" ? " " : after}
      </Fragment>
    );
  });
}

/** What changed, part by part and word by word. */
export function Changes({
  changes,
  language,
  words,
}: {
  changes: VerdictVersion["changes"];
  /** Of the verdict. */
  language: string;
  words: ReaderWords;
}) {
  return changes.map((change, index) => (
    <p key={index} className="diff">
      <span className="quiet">{changedPart(change, words)}:</span>{" "}
      <bdi {...contentIn(language, words)}>
        <DiffText diff={change.diff} cites={citing.has(change.field)} />
      </bdi>
    </p>
  ));
}

type Props = { language: string; words: ReaderWords; shown: number | null };

function Version({ version, shown, language, words }: Props & { version: VerdictVersion }) {
  const said = words.changes;
  const what = version.withheld
    ? said.withheld[version.withheld.reasonClass]
    : version.kind === "retraction"
      ? said.retracted
      : version.class === null
        ? said.first
        : said.kinds[version.class];
  return (
    <li>
      <p>
        <Dotted
          items={[
            <strong key="version">{version.version}</strong>,
            <When key="when" iso={version.publishedAt} words={words} />,
            what,
            version.version === shown ? (
              said.thisOne
            ) : (
              <a key="link" href={version.url}>
                {said.version(version.version)}
              </a>
            ),
          ]}
        />
      </p>
      {version.reason === null ? null : <p {...contentIn(language, words)}>{version.reason}</p>}
      <Changes changes={version.changes} language={language} words={words} />
    </li>
  );
}

/** Every version, newest first, with its class, its reason and the words that changed. */
export function VersionList({ versions, ...rest }: Props & { versions: readonly VerdictVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <section id="versions">
      <h2>{rest.words.changes.versions}</h2>
      <ol className="versions" reversed>
        {[...versions]
          .sort((a, b) => b.version - a.version)
          .map((version) => (
            <Version key={version.version} version={version} {...rest} />
          ))}
      </ol>
    </section>
  );
}
