import Link from "next/link";
import type { NewsDto } from "@/lib/notifications/dto";
import { groupNews } from "@/lib/notifications/group-news";
import { ClaimInLine } from "@/components/claims/claim-name";
import { entryWords } from "@/components/claims/entry-words";
import { places } from "@/components/layout/places";
import { TimeAgo } from "@/components/ui/time-ago";

/** What was told, in the past once what it asked for is settled. */
function toldWords({ text, settled }: Pick<NewsDto, "text" | "settled">): string {
  return settled ? text.replace(/\bwaits (for (?:your|a) signature)\b/, "waited $1") : text;
}

/**
 * What this person was told, newest first and the same only once; what is new says so, and what asked for something and is
 * settled says what became of it, quietly: what still waits for a signature stands out.
 */
export function NewsList({ news, now }: { news: NewsDto[]; now?: string }) {
  return (
    <ul className="border-b">
      {groupNews(news).map((item) => (
        <li key={item.id} className="border-t py-2.5 wrap-anywhere">
          <p
            className={
              item.settled ? "text-ink-3" : item.isNew || item.isToSign ? "font-medium" : "text-ink-2"
            }
          >
            {item.isNew ? <span className="sr-only">New: </span> : null}
            {toldWords(item)}
            {item.acts.length > 0 ? ` What was done: ${item.acts.map(entryWords).join(", and ")}.` : null}
          </p>
          <p className="text-sm text-ink-3">
            {item.isNew ? <span aria-hidden="true">New · </span> : null}
            {item.settled ? `Nothing left to do, ${item.settled} · ` : null}
            {item.times > 1 ? `${item.times} times, last ` : null}
            <TimeAgo at={item.createdAt} now={now} />
            {item.claim ? (
              <>
                {" · "}
                <ClaimInLine
                  {...item.claim}
                  {...(item.isToSign ? { href: places.signOff(item.claim.id) } : {})}
                />
              </>
            ) : null}
            {item.kind === "site-page" ? (
              <>
                {" · "}
                <Link href={places.sitePages}>the pages</Link>
              </>
            ) : null}
            {item.articleId ? (
              <>
                {" · "}
                <Link href={`${places.article(item.articleId)}#watch`}>the source</Link>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
