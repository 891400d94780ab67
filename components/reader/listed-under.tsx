import { Fragment } from "react";
import { printedNames, type NameKind, type PrintedName } from "@/lib/publications/listing";
import type { PublicationRecord } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { keyPath, spokenPath } from "./reader-paths";
import { contentIn, type OtherLanguage, type ReaderSite } from "./reader-site";

const kinds: NameKind[] = ["topic", "claimant", "outlet"];

type NamesProps = { site: ReaderSite; names: readonly PrintedName[]; own: OtherLanguage };

function Names({ site, names, own }: NamesProps) {
  return (
    <ul>
      {names.map(({ kind, key, name }) => (
        <li key={key}>
          <a href={spokenPath(site, keyPath(kind, key))}>
            <bdi {...(kind === "outlet" ? {} : own)}>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The pages on which a verdict that stands is listed: its topics, who claimed it, and the outlets on its route. */
export function ListedUnder({
  site,
  record,
  words,
}: {
  site: ReaderSite;
  record: PublicationRecord;
  words: ReaderWords;
}) {
  const { browse } = words;
  const names = printedNames(record);
  if (names.length === 0) return null;
  return (
    <section id="more">
      <h2>{browse.more}</h2>
      <dl>
        {kinds.map((kind) => {
          const own = names.filter((name) => name.kind === kind);
          return own.length === 0 ? null : (
            <Fragment key={kind}>
              <dt>{browse[kind].kind}</dt>
              <dd>
                <Names site={site} names={own} own={contentIn(record.language, words)} />
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}
