import type {
  PublicationRecord,
  RecordComparison,
  RecordEvidence,
  RecordRegion,
} from "@/lib/publications/record";
import { readRegion } from "@/lib/quotes/region";
import type { ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { DrawnPlace } from "./drawn-place";
import { EvidenceSource, fragmentInWords } from "./evidence-source";
import { citationsOf, readMarkdown } from "@/lib/publications/markdown-blocks";
import { Phrase } from "./phrase";
import { Quotation } from "./quotation";
import { contentIn, quotedIn, type OtherLanguage } from "./reader-site";
import { StanceWord } from "./stance-word";

type Said = { words: ReaderWords; own: OtherLanguage };

function Quoted({ item, words, own }: Said & { item: RecordEvidence }) {
  const said = words.evidence;
  const language = item.source?.language ?? null;
  if (item.quote !== null) return <Quotation {...item.quote} language={language} words={words} />;
  if (item.region !== null) return <Place region={item.region} language={language} words={words} own={own} />;
  return (
    <p className="described">
      <strong>{said.described}</strong> {said.describedMeans}
    </p>
  );
}

/** What is seen or heard at a place, its words as they are there, and where that is. */
function Place({ region, language, words, own }: Said & { region: RecordRegion; language: string | null }) {
  const said = words.evidence;
  const where = fragmentInWords(region.fragment, words);
  const isHeard = readRegion(region.fragment)?.time;
  const { cell } = region;
  return (
    <>
      <p className="described">
        <strong>{where === "" ? said.seen : isHeard ? said.heardAt(where) : said.seenAt(where)}</strong>{" "}
        <bdi {...own}>{region.description}</bdi>
      </p>
      <DrawnPlace fragment={region.fragment} label={said.drawnPlace} />
      {region.words === undefined ? null : (
        <blockquote {...quotedIn(language)}>
          <mark>{region.words}</mark>
        </blockquote>
      )}
      {cell === undefined ? null : (
        <p className="meta">
          <Dotted
            items={[cell.table, cell.row, cell.column].map((name) =>
              name === "" ? null : <bdi key={name}>{name}</bdi>,
            )}
          />
        </p>
      )}
    </>
  );
}

function Translation({
  translation,
  words,
  own,
}: Said & { translation: NonNullable<RecordEvidence["translation"]> }) {
  const said = words.evidence;
  return (
    <p className="translation">
      <bdi {...own}>{translation.text}</bdi>{" "}
      <span className="meta">
        {translation.translator === null ? (
          said.translatorNotNamed
        ) : (
          <Phrase say={said.translation} with={{ who: <bdi>{translation.translator}</bdi> }} />
        )}
      </span>
    </p>
  );
}

function isSameReport(item: RecordEvidence, comparisons: readonly RecordComparison[]): boolean {
  return comparisons.some(
    ({ a, b, sameReport }) =>
      sameReport &&
      typeof a.of === "number" &&
      typeof b.of === "number" &&
      a.of !== b.of &&
      Math.max(a.of, b.of) === item.number,
  );
}

type ItemProps = Said & {
  item: RecordEvidence;
  /** Its source is the very article that the claim is quoted from. */
  isWhereClaimed: boolean;
  sameReport: boolean;
  isCited: boolean;
};

function Item({ item, isWhereClaimed, sameReport, isCited, words, own }: ItemProps) {
  const said = words.evidence;
  return (
    <li id={`e${item.number}`} className="evidence" value={item.number}>
      {isCited ? (
        <a className="number" href={`#c${item.number}`} aria-label={said.citedAt(item.number)}>
          {item.number}
        </a>
      ) : (
        <span className="number" aria-hidden="true">
          {item.number}
        </span>
      )}
      <p className="stance-line">
        <StanceWord stance={item.stance} words={words} />
        {item.shows === null || item.shows === "" ? null : (
          <span className="shows">
            : <bdi {...own}>{item.shows}</bdi>
          </span>
        )}
      </p>
      <Quoted item={item} words={words} own={own} />
      {item.translation === null ? null : (
        <Translation translation={item.translation} words={words} own={own} />
      )}
      {item.decisive === null ? null : (
        <p className="meta">
          <strong>{said.decisive}</strong> <bdi {...own}>{item.decisive.reason}</bdi>
        </p>
      )}
      <EvidenceSource
        item={item}
        isWhereClaimed={isWhereClaimed}
        sameReport={sameReport}
        words={words}
        own={own}
      />
    </li>
  );
}

function Withheld({ withheld, words }: { withheld: PublicationRecord["withheld"]; words: ReaderWords }) {
  if (withheld.length === 0) return null;
  const said = words.evidence;
  const sides = (["supports", "disputes", "context"] as const)
    .map((stance) => ({ stance, count: withheld.filter((item) => item.stance === stance).length }))
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => said.withheldSides[stance](count));
  return (
    <div className="withheld">
      <p className="meta">
        <Phrase
          say={said.withheld(withheld.length)}
          with={{ strong: (inside) => <strong>{inside}</strong>, sides: sides.join(", ") }}
        />
      </p>
      <details className="copy">
        <summary>{said.commitments}</summary>
        {withheld.map(({ commitment }) => (
          <p key={commitment}>
            <code>{commitment}</code>
          </p>
        ))}
      </details>
    </div>
  );
}

/** All evidence, numbered as the analysis cites it: stance, whole sentence with the quoted words marked, source. */
export function EvidenceList({ record, words }: { record: PublicationRecord; words: ReaderWords }) {
  if (record.evidence.length === 0 && record.withheld.length === 0) return null;
  const analysis = [record.writeUp, record.reconciliation].flatMap((text) => readMarkdown(text));
  const cited = new Set(citationsOf(analysis).map(({ id }) => id));
  const own = contentIn(record.language, words);
  return (
    <section id="evidence">
      <h2>{words.evidence.title}</h2>
      {record.evidence.length > 0 ? (
        <ol className="evidence-list">
          {record.evidence.map((item) => (
            <Item
              key={item.id}
              item={item}
              isWhereClaimed={
                item.source !== null && item.source.articleId === record.claim.appearance?.articleId
              }
              sameReport={isSameReport(item, record.comparisons)}
              isCited={cited.has(item.id)}
              words={words}
              own={own}
            />
          ))}
        </ol>
      ) : null}
      <Withheld withheld={record.withheld} words={words} />
    </section>
  );
}
