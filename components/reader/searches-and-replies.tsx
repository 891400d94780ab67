import type { PublicationRecord } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { Phrase } from "./phrase";
import { contentIn } from "./reader-site";
import { When } from "./when";
import { wordsFor } from "./words";

type Search = PublicationRecord["searches"][number];
type Props = { record: PublicationRecord; words: ReaderWords };

function SearchItems({ searches, record, words }: Props & { searches: readonly Search[] }) {
  const own = contentIn(record.language, words);
  const { where, nothing, something } = words.verdict.searches;
  return (
    <ul className="rows">
      {searches.map((search, index) => (
        <li key={index}>
          <span className="main">
            <Phrase
              say={where}
              with={{ where: <bdi {...own}>{search.where}</bdi>, query: <bdi>{search.query}</bdi> }}
            />
          </span>
          <span className="meta">
            <Dotted
              items={[
                search.found === "nothing" ? nothing : something,
                search.note ? <bdi {...own}>{search.note}</bdi> : null,
                <When key="when" iso={search.searchedAt} words={words} />,
              ]}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the newsroom looked and found nothing; then the other searches it chose to show. */
export function Searches({ record, words }: Props) {
  const empty = record.searches.filter((search) => search.found === "nothing");
  const others = record.searches.filter((search) => search.found !== "nothing");
  const said = words.verdict.searches;
  return (
    <>
      {empty.length > 0 ? (
        <section id="searches">
          <h2>{said.empty}</h2>
          <SearchItems searches={empty} record={record} words={words} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{empty.length > 0 ? said.other : said.title}</h2>
          <SearchItems searches={others} record={record} words={words} />
        </section>
      ) : null}
    </>
  );
}

type Reply = PublicationRecord["replies"][number];

function ReplyItem({ reply, record, words }: Props & { reply: Reply }) {
  const own = contentIn(record.language, words);
  const said = words.verdict.replies;
  const asked = <When iso={reply.askedAt} words={words} />;
  return (
    <li>
      <span className="main">
        <bdi {...own}>{reply.asked}</bdi>: <strong>{wordsFor(said.outcomes, reply.outcome)}</strong>
      </span>
      {reply.reply === null || reply.reply === "" ? null : <blockquote {...own}>{reply.reply}</blockquote>}
      <span className="meta">
        <Dotted
          items={[
            reply.role === "claimant" ? said.claimant : said.named,
            <span key="asked">
              <Phrase say={said.asked} with={{ when: asked, how: <bdi {...own}>{reply.how}</bdi> }} />
            </span>,
            reply.deadlineAt === null ? null : (
              <span>
                <Phrase
                  say={said.deadline}
                  with={{ when: <When iso={reply.deadlineAt} words={words} exact /> }}
                />
              </span>
            ),
          ]}
        />
      </span>
    </li>
  );
}

/** Who was asked for a reply, how and when, and what came back. */
export function Replies({ record, words }: Props) {
  if (record.replies.length === 0) return null;
  return (
    <section id="replies">
      <h2>{words.verdict.replies.title}</h2>
      <ul className="rows">
        {record.replies.map((reply, index) => (
          <ReplyItem key={index} reply={reply} record={record} words={words} />
        ))}
      </ul>
    </section>
  );
}
