import type { ReactNode } from "react";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import type { ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { verdictPath } from "./reader-paths";
import { contentIn } from "./reader-site";
import { When } from "./when";

export type CurrentVersion = { version: number; kind: "publication" | "retraction"; publishedAt: string };

/** Over an old version: what it is, where the one that holds now is, and what each version since put right. */
export function SupersededBanner({
  slug,
  version,
  current,
  versions,
  language,
  words,
}: {
  slug: string;
  version: number;
  current: CurrentVersion;
  /** All of the verdict, in any order. */
  versions: readonly VerdictVersion[];
  /** Of the verdict. */
  language: string;
  words: ReaderWords;
}) {
  const { thisIsVersion, nowRetracted, nowVersion } = words.verdict;
  const link = (inside: ReactNode) => <a href={verdictPath(slug)}>{inside}</a>;
  const when = <When iso={current.publishedAt} words={words} />;
  return (
    <p className="note-box superseded" role="note">
      <strong>{thisIsVersion(version)}</strong>{" "}
      <Phrase
        say={current.kind === "retraction" ? nowRetracted : nowVersion(current.version)}
        with={{ link, when }}
      />
      {versions
        .filter((later) => later.version > version && later.reason !== null)
        .sort((a, b) => a.version - b.version)
        .map((later) => (
          <span key={later.version} className="under">
            <strong>
              {words.changes.done[later.class ?? "retraction"]} <When iso={later.publishedAt} words={words} />
              :
            </strong>{" "}
            <bdi {...contentIn(language, words)}>{later.reason}</bdi>
          </span>
        ))}
    </p>
  );
}
