import type { ReactNode } from "react";
import type { PublicationRecord } from "@/lib/publications/record";
import { replyStanding } from "@/lib/replies/outcome";
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
  const standing = replyStanding(reply, record.publishedAt);
  const by = <When iso={reply.deadlineAt ?? ""} words={words} exact />;
  return (
    <li>
      <span className="main">
        <bdi {...own}>{reply.asked}</bdi>:{" "}
        <strong>
          {standing === "no-reply-by" ? (
            <Phrase say={said.noReplyBy} with={{ when: by }} />
          ) : (
            wordsFor(said.outcomes, standing)
          )}
        </strong>
      </span>
      {reply.reply === null || reply.reply === "" ? null : <blockquote {...own}>{reply.reply}</blockquote>}
      <span className="meta">
        <Dotted items={[...askedItems({ reply, record, words }), ...answerItems({ reply, record, words })]} />
      </span>
    </li>
  );
}

/** Why they were asked, when and how, what, and how often. */
function askedItems({ reply, record, words }: Props & { reply: Reply }): ReactNode[] {
  const own = contentIn(record.language, words);
  const said = words.verdict.replies;
  const asked = (say: string, at: string, how: string) => (
    <span key={at}>
      <Phrase say={say} with={{ when: <When iso={at} words={words} />, how: <bdi {...own}>{how}</bdi> }} />
    </span>
  );
  return [
    reply.role === "claimant" ? said.claimant : said.named,
    asked(said.asked, reply.askedAt, reply.how),
    ...(reply.reminders ?? []).map(({ at, how }) => asked(said.again, at, how)),
    reply.question === undefined ? null : (
      <span key="question">
        <Phrase say={said.question} with={{ question: <bdi {...own}>{reply.question}</bdi> }} />
      </span>
    ),
  ];
}

/** Until when they had, when they answered, and which evidence quotes them. */
function answerItems({ reply, record, words }: Props & { reply: Reply }): ReactNode[] {
  const said = words.verdict.replies;
  const isDeadlineSaid = replyStanding(reply, record.publishedAt) === "no-reply-by";
  const quoting = record.evidence.filter(
    ({ capture }) => capture !== null && capture.sha256 === reply.capture?.sha256,
  );
  const numbers = quoting.map(({ number }) => (
    <a key={number} className="cite-number" href={`#e${number}`} aria-label={words.evidence.number(number)}>
      {number}
    </a>
  ));
  return [
    reply.deadlineAt === null || isDeadlineSaid ? null : (
      <span key="deadline">
        <Phrase say={said.deadline} with={{ when: <When iso={reply.deadlineAt} words={words} exact /> }} />
      </span>
    ),
    reply.repliedAt === undefined ? null : (
      <span key="answered">
        <Phrase say={said.answered} with={{ when: <When iso={reply.repliedAt} words={words} /> }} />
      </span>
    ),
    numbers.length === 0 ? null : (
      <span key="quoted">
        <Phrase say={said.quoted} with={{ numbers }} />
      </span>
    ),
  ];
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
