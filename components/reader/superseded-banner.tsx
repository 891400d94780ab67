import { en } from "@/lib/words/en";
import { verdictPath } from "./reader-paths";
import { When } from "./when";

export type CurrentVersion = { version: number; kind: "publication" | "retraction"; publishedAt: string };

/** Over an old version: what it is, and where the one that holds now is. */
export function SupersededBanner({
  slug,
  version,
  current,
}: {
  slug: string;
  version: number;
  current: CurrentVersion;
}) {
  const link = verdictPath(slug);
  return (
    <p className="note-box superseded" role="note">
      <strong>This is version {version}.</strong>{" "}
      {current.kind === "retraction" ? (
        <>
          The verdict was <a href={link}>retracted</a> on <When words={en} iso={current.publishedAt} />. It is
          kept here so that everyone can see what we said.
        </>
      ) : (
        <>
          The current version is <a href={link}>version {current.version}</a>, of{" "}
          <When words={en} iso={current.publishedAt} />.
        </>
      )}
    </p>
  );
}
