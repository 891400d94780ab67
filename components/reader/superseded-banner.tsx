import type { ReactNode } from "react";
import type { ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { verdictPath } from "./reader-paths";
import { When } from "./when";

export type CurrentVersion = { version: number; kind: "publication" | "retraction"; publishedAt: string };

/** Over an old version: what it is, and where the one that holds now is. */
export function SupersededBanner({
  slug,
  version,
  current,
  words,
}: {
  slug: string;
  version: number;
  current: CurrentVersion;
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
    </p>
  );
}
