import { Fragment } from "react";
import { printedNames, type NameKind, type PrintedName } from "@/lib/publications/listing";
import type { PublicationRecord } from "@/lib/publications/record";
import { readerWords } from "@/lib/words/reader";
import { keyPath, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

const kinds: NameKind[] = ["topic", "claimant", "outlet"];

function Names({ site, names }: { site: ReaderSite; names: readonly PrintedName[] }) {
  return (
    <ul>
      {names.map(({ kind, key, name }) => (
        <li key={key}>
          <a href={spokenPath(site, keyPath(kind, key))}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The pages on which a verdict that stands is listed: its topics, who claimed it, and the outlets on its route. */
export function ListedUnder({ site, record }: { site: ReaderSite; record: PublicationRecord }) {
  const { browse } = readerWords(site.speaks);
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
                <Names site={site} names={own} />
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}
