import type { PublicationRecord } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import { WhenPublished, type Draft } from "./draft";
import { Phrase } from "./phrase";
import { contentIn } from "./reader-site";
import { When } from "./when";
import { wordsFor } from "./words";

type Props = { record: PublicationRecord; words: ReaderWords };

function Reviewers({ record: { reviews }, words: { who, speech } }: Props) {
  const sighted = reviews.filter((review) => !review.blind);
  return (
    <>
      {reviews.map((review, index) => (
        <span key={index} className="reviewer">
          <bdi>{review.name}</bdi>{" "}
          <span className="quiet">{who.foundIt(wordsFor(who.marks, review.mark))}</span>
        </span>
      ))}
      {reviews.length > 1 && sighted.length === 0 ? (
        <span className="quiet under">{reviews.length > 2 ? who.blind : who.blindPair}</span>
      ) : null}
      {sighted.length > 0 ? (
        <span className="quiet under">
          <Phrase
            say={reviews.length === 2 ? who.sightedPair : who.sighted}
            with={{ names: <bdi>{speech.list(sighted.map((review) => review.name))}</bdi> }}
          />
        </span>
      ) : null}
    </>
  );
}

function Overrides({ record, words }: Props) {
  const { although, overrides, reason: because } = words.who;
  if (record.overrides.length === 0) return null;
  return (
    <>
      <h3>{although}</h3>
      <ul className="plain">
        {record.overrides.map(({ code, reason }, index) => (
          <li key={index}>
            {wordsFor(overrides, code)}.{" "}
            <span className="quiet">
              {because} <bdi {...contentIn(record.language, words)}>{reason}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Signed({ record, words }: Props) {
  const { signer, language } = record;
  const { signedAt, byToken, selfSigned, reason } = words.who;
  return (
    <>
      <bdi>{signer.name}</bdi>
      {signer.signedAt === undefined ? null : (
        <span className="quiet under">
          <Phrase say={signedAt} with={{ when: <When iso={signer.signedAt} words={words} exact /> }} />
        </span>
      )}
      {signer.byToken ? <span className="quiet under">{byToken}</span> : null}
      {signer.selfSigned === null ? null : (
        <span className="under">
          {selfSigned}{" "}
          <span className="quiet">
            {reason} <bdi {...contentIn(language, words)}>{signer.selfSigned.reason}</bdi>
          </span>
        </span>
      )}
    </>
  );
}

type WhoCheckedProps = Props & {
  versions: readonly VerdictVersion[];
  /** Of a preview of what is not published. */
  draft?: Draft | undefined;
};

/** Who checked and how, who signed and when, and which of the newsroom's own rules were set aside, and why. */
export function WhoChecked({ record, versions, draft, words }: WhoCheckedProps) {
  const first = versions.find((version) => version.version === 1)?.publishedAt ?? draft?.firstPublishedAt;
  const { title, checked, signed, published, version } = words.who;
  return (
    <section id="who">
      <h2>{title}</h2>
      <dl>
        <dt>{checked}</dt>
        <dd>
          <Reviewers record={record} words={words} />
        </dd>
        {draft?.publishAt === null ? null : (
          <>
            <dt>{signed}</dt>
            <dd>
              <Signed record={record} words={words} />
            </dd>
          </>
        )}
        <dt>{published}</dt>
        <dd>
          {draft && !first ? (
            <WhenPublished draft={draft} words={words} />
          ) : (
            <When iso={first ?? record.publishedAt} words={words} exact />
          )}
        </dd>
        {record.version > 1 ? (
          <>
            <dt>{version(record.version)}</dt>
            <dd>
              {draft ? (
                <WhenPublished draft={draft} words={words} />
              ) : (
                <When iso={record.publishedAt} words={words} exact />
              )}
            </dd>
          </>
        ) : null}
      </dl>
      <Overrides record={record} words={words} />
    </section>
  );
}
