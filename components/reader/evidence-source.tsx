import type { RecordEvidence, RecordSource } from "@/lib/publications/record";
import { clock, isWhole, readRegion } from "@/lib/quotes/region";
import { textFragmentUrl } from "@/lib/quotes/text-fragment";
import type { ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { Phrase } from "./phrase";
import { safeHref } from "@/lib/publications/safe-href";
import type { OtherLanguage } from "./reader-site";
import { When } from "./when";

/** A W3C media fragment in words: "page 3", "from 0:10 to 0:20". */
export function fragmentInWords(fragment: string, { evidence: { places } }: ReaderWords): string {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const words: string[] = [];
  for (const [key, value] of parts) {
    const time = key === "t" ? /^(?:npt:)?(\d+(?:\.\d+)?)?(?:,(\d+(?:\.\d+)?))?$/.exec(value) : null;
    if (time !== null) {
      const start = clock(Number(time[1] ?? 0));
      words.push(time[2] === undefined ? places.from(start) : places.fromTo(start, clock(Number(time[2]))));
    } else if (key === "page" || key === "row" || key === "cell" || key === "col")
      words.push(places[key](value));
    else if (key === "xywh") {
      const region = readRegion(fragment);
      if (!region || !isWhole(region)) words.push(places.part);
    } else words.push(value === "" ? key : `${key} ${value}`);
  }
  return words.join(", ");
}

function Copy({ capture, words }: { capture: NonNullable<RecordEvidence["capture"]>; words: ReaderWords }) {
  const said = words.evidence.copy;
  return (
    <details className="copy">
      <summary>{said.title}</summary>
      <p>
        {said[capture.method]}, <When iso={capture.capturedAt} words={words} exact />. {said.hash}{" "}
        <code>{capture.sha256}</code>
      </p>
    </details>
  );
}

function lastChecked(item: RecordEvidence, words: ReaderWords) {
  const said = words.evidence.source;
  if (item.quote === null || item.source?.conversation) return null;
  if (item.capture?.method === "pasted") return said.notCompared;
  if (item.sameWordsAt === null) return null;
  return (
    <span>
      <Phrase say={said.sameWords} with={{ when: <When iso={item.sameWordsAt} words={words} /> }} />
    </span>
  );
}

/** Where the words are read: in the page, on the page of a document, or the source as a whole. */
function passageUrl({ quote }: RecordEvidence, page: string | null): string | null {
  if (quote === null || page === null) return null;
  // Source: RFC 8118, section 3.
  return quote.page === undefined ? textFragmentUrl(page, quote) : `${page.split("#")[0]}#page=${quote.page}`;
}

function Conversation({ of, words }: { of: NonNullable<RecordSource["conversation"]>; words: ReaderWords }) {
  const when = <When iso={of.heldAt} words={words} />;
  const [who, how, notes] = [of.who, of.how, of.notesBy].map((text) => <bdi key={text}>{text}</bdi>);
  return <Phrase say={words.evidence.source.conversation} with={{ who, when, how, notes }} />;
}

/** What whoever says it gains by it, and where that is known from. */
function Interests({ source, words, own }: Pick<Props, "words" | "own"> & { source: RecordSource }) {
  const { interests, interestsSource } = source;
  if (interests === null || interests === "") return null;
  return (
    <p className="meta">
      {words.evidence.source.interests} <bdi {...own}>{interests}</bdi>
      {interestsSource === undefined ? null : (
        <>
          {" "}
          (<bdi {...own}>{interestsSource}</bdi>)
        </>
      )}
    </p>
  );
}

type Props = {
  item: RecordEvidence;
  isWhereClaimed: boolean;
  sameReport: boolean;
  words: ReaderWords;
  own: OtherLanguage;
};

/** Where a piece of evidence stands: outlet, title, date, a link to the words, and when they were last the same. */
export function EvidenceSource({ item, isWhereClaimed, sameReport, words, own }: Props) {
  const { source } = item;
  if (source === null) return null;
  const said = words.evidence.source;
  const page = safeHref(source.url);
  const passage = passageUrl(item, page);
  if (source.conversation)
    return (
      <>
        <p className="meta">
          <Conversation of={source.conversation} words={words} />
        </p>
        <Interests source={source} words={words} own={own} />
        {item.capture === null ? null : <Copy capture={item.capture} words={words} />}
      </>
    );
  return (
    <>
      <p className="meta">
        <Dotted
          items={[
            <bdi key="outlet" className="outlet">
              {source.outlet ?? said.noOutlet}
            </bdi>,
            source.title === null ? null : (
              <cite lang={source.language ?? undefined} dir="auto">
                {source.title}
              </cite>
            ),
            source.byline === null ? null : <bdi>{source.byline}</bdi>,
            source.publishedAt === null ? (
              words.dates.notKnown
            ) : (
              <When iso={source.publishedAt} words={words} />
            ),
            item.quote?.page === undefined ? null : words.evidence.places.page(String(item.quote.page)),
            isWhereClaimed ? said.whereClaimed : null,
            source.primary ? said.primary : null,
            sameReport ? said.sameReport : null,
            page === null ? null : (
              <a href={passage ?? page} data-page={page} rel="noopener">
                {passage === null ? said.open : said.readInPlace}
              </a>
            ),
            lastChecked(item, words),
          ]}
        />
      </p>
      <Interests source={source} words={words} own={own} />
      {item.capture === null ? null : <Copy capture={item.capture} words={words} />}
    </>
  );
}
