import { bundlePath, readerPaths, recordPath, verifyPath } from "./reader-paths";

/** "Has this page been altered?": the hash, where to check it, and what a check can and cannot tell. */
export function Integrity({ slug, version, sha256 }: { slug: string; version: number; sha256: string }) {
  const groups = sha256.match(/.{1,8}/g) ?? [sha256];
  return (
    <section id="altered">
      <h2>Has this page been altered?</h2>
      <p>
        <span className="quiet">SHA-256 of the signed record</span>
        <code className="hash">{groups.join(" ")}</code>
      </p>
      <ul className="inline">
        <li>
          <a href={verifyPath(slug, version)}>Check it</a>
        </li>
        <li>
          <a href={recordPath(slug, version)}>Signed record</a>
        </li>
        <li>
          <a href={bundlePath(slug, version)}>Evidence bundle (ZIP)</a>
        </li>
        <li>
          <a href={readerPaths.keys}>Public keys</a>
        </li>
      </ul>
      <p className="quiet">
        A check shows that the words are the ones our editor signed. It cannot show that the finding is right:
        for that, read the evidence.
      </p>
    </section>
  );
}
