import { en } from "@/lib/words/en";
import { clipDiff } from "./clip-diff";
import { Dotted } from "./dotted";
import type { DiffPart, PublicVersion } from "./reader-site";
import { When } from "./when";
import { plainCode } from "./words";

/** Words taken out and put in, by mark-up and by line as well as by colour. */
export function DiffText({ diff }: { diff: readonly DiffPart[] }) {
  return clipDiff(diff).map((part, index) => {
    if (part.op === "del") return <del key={index}>{part.text}</del>;
    if (part.op === "ins") return <ins key={index}>{part.text}</ins>;
    return <span key={index}>{part.text}</span>;
  });
}

function Version({ version, shown }: { version: PublicVersion; shown: number | null }) {
  const what =
    version.kind === "retraction"
      ? "retracted"
      : version.class === null
        ? "first published"
        : plainCode(version.class);
  return (
    <li>
      <p>
        <strong>{version.version}</strong>
        {" · "}
        <Dotted
          items={[
            <When words={en} key="when" iso={version.publishedAt} />,
            what,
            version.version === shown ? (
              "this one"
            ) : (
              <a key="link" href={version.url}>
                version {version.version}
              </a>
            ),
          ]}
        />
      </p>
      {version.reason === null ? null : <p>{version.reason}</p>}
      {version.changes.map((change, index) => (
        <p key={index} className="diff">
          <span className="quiet">{change.label}:</span> <DiffText diff={change.diff} />
        </p>
      ))}
    </li>
  );
}

/** Every version, newest first, with its class, its reason and the words that changed. */
export function VersionList({
  versions,
  shown,
}: {
  versions: readonly PublicVersion[];
  shown: number | null;
}) {
  if (versions.length === 0) return null;
  return (
    <section id="versions">
      <h2>Versions</h2>
      <ol className="versions" reversed>
        {[...versions]
          .sort((a, b) => b.version - a.version)
          .map((version) => (
            <Version key={version.version} version={version} shown={shown} />
          ))}
      </ol>
    </section>
  );
}
