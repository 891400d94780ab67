import type { ActPart } from "./form-state";

type Props = {
  parts: readonly ActPart[];
  /** What was done with those that have no reason: "Taken back". */
  done: string;
};

/**
 * What became of each of several things: first what was not done, each with why, then what was. Links open another tab: the
 * list is what somebody goes through, and it is gone with its page.
 */
export function ActParts({ parts, done }: Props) {
  const kept = parts.filter(({ reason }) => reason !== null);
  const over = parts.filter(({ reason }) => reason === null);
  return (
    <>
      {kept.length > 0 ? (
        <ul className="list-disc pl-5">
          {kept.map((part) => (
            <li key={part.href}>
              <PartLink part={part} />: {part.reason}
            </li>
          ))}
        </ul>
      ) : null}
      {over.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-6 items-center">
            {done}: {over.length}
          </summary>
          <ul className="list-disc pl-5">
            {over.map((part) => (
              <li key={part.href}>
                <PartLink part={part} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function PartLink({ part: { href, text } }: { part: ActPart }) {
  return (
    <a href={href} target="_blank" rel="noopener" dir="auto" className="wrap-anywhere">
      {text}
    </a>
  );
}
