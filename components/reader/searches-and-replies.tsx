import { en } from "@/lib/words/en";
import type { PublicationRecord } from "@/lib/publications/record";
import { Dotted } from "./dotted";
import { When } from "./when";
import { outcomeWords, plainCode } from "./words";

type Search = PublicationRecord["searches"][number];

function SearchItems({ searches }: { searches: readonly Search[] }) {
  return (
    <ul className="rows">
      {searches.map((search, index) => (
        <li key={index}>
          <span className="main">
            {search.where}: “{search.query}”
          </span>
          <span className="meta">
            <Dotted
              items={[
                search.found === "nothing" ? "nothing found" : "found something",
                search.note,
                <When words={en} key="when" iso={search.searchedAt} />,
              ]}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the newsroom looked and found nothing; then the other searches it chose to show. */
export function Searches({ searches }: { searches: readonly Search[] }) {
  const empty = searches.filter((search) => search.found === "nothing");
  const others = searches.filter((search) => search.found !== "nothing");
  return (
    <>
      {empty.length > 0 ? (
        <section id="searches">
          <h2>Searches that found nothing</h2>
          <SearchItems searches={empty} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{empty.length > 0 ? "Other searches" : "Searches"}</h2>
          <SearchItems searches={others} />
        </section>
      ) : null}
    </>
  );
}

/** Who was asked for a reply, how and when, and what came back. */
export function Replies({ replies }: { replies: PublicationRecord["replies"] }) {
  if (replies.length === 0) return null;
  return (
    <section id="replies">
      <h2>Right of reply</h2>
      <ul className="rows">
        {replies.map((reply, index) => (
          <li key={index}>
            <span className="main">
              {reply.asked}: <strong>{outcomeWords[reply.outcome] ?? plainCode(reply.outcome)}</strong>
            </span>
            {reply.reply === null || reply.reply === "" ? null : <blockquote>{reply.reply}</blockquote>}
            <span className="meta">
              <Dotted
                items={[
                  reply.role === "claimant" ? "made the claim" : "named in the finding",
                  <span key="asked">
                    asked <When words={en} iso={reply.askedAt} />, {reply.how}
                  </span>,
                  reply.deadlineAt === null ? null : (
                    <span>
                      asked to answer by <When words={en} iso={reply.deadlineAt} exact />
                    </span>
                  ),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
