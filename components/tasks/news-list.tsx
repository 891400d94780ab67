import Link from "next/link";
import { shortName } from "@/lib/core/short-name";
import type { NewsDto } from "@/lib/notifications/dto";
import { entryWords } from "@/components/claims/entry-words";
import { places } from "@/components/layout/places";
import { Pill } from "@/components/ui/pill";
import { TimeAgo } from "@/components/ui/time-ago";

/** What this person was told, newest first; what is new says so, and of what asked for something that it is settled. */
export function NewsList({ news, now }: { news: NewsDto[]; now?: string }) {
  return (
    <ul className="border-b">
      {news.map((item) => (
        <li key={item.id} className="border-t py-2.5 wrap-anywhere">
          <p className={item.settled ? "text-ink-3" : item.isNew ? "font-medium" : "text-ink-2"}>
            {item.isNew ? <span className="sr-only">New: </span> : null}
            {item.text}
            {item.acts.length > 0 ? ` What was done: ${item.acts.map(entryWords).join(", and ")}.` : null}
            {item.settled ? (
              <>
                {" "}
                <Pill>{item.settled}</Pill>
              </>
            ) : null}
          </p>
          <p className="text-sm text-ink-3">
            {item.isNew ? <span aria-hidden="true">New · </span> : null}
            <TimeAgo at={item.createdAt} now={now} />
            {item.claim ? (
              <>
                {" · "}
                <Link href={item.isToSign ? places.signOff(item.claim.id) : places.claim(item.claim.id)}>
                  {shortName(item.claim.text, 120)}
                </Link>
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
