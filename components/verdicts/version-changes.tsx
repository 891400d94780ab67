import { Fragment } from "react";
import { Section } from "@/components/ui/section";
import { joinChanges } from "./join-changes";
import { apartFromWhole, type ShownPiece } from "./whole-paragraphs";

/** One field of the record that differs from the last version. Pieces in order: kept, taken out, put in. */
export type VersionChange = {
  field: string;
  pieces: { text: string; how: "same" | "removed" | "added" }[];
};

/** What changed since the last version, word by word; a sentence that hardly survives, as a whole. */
export function VersionChanges({ changes }: { changes: VersionChange[] | null }) {
  return (
    <Section id="changes" title="Since the last version" aside={changes?.length || undefined}>
      {changes === null ? <p className="text-ink-2">This is the first version.</p> : null}
      {changes?.length === 0 ? <p className="text-ink-2">Nothing that readers see has changed.</p> : null}
      <dl>
        {(changes ?? []).map((change) => (
          <div key={change.field} className="border-t py-2">
            <dt className="text-sm text-ink-3">{change.field}</dt>
            <dd className="font-serif text-md whitespace-pre-wrap">
              {apartFromWhole(joinChanges(change.pieces)).map((piece, index, all) => (
                <Fragment key={index}>
                  {piece.how === "added" && all[index - 1]?.how === "removed" ? " " : null}
                  <Piece {...piece} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** A wholly new paragraph is marked at its side alone: underlined throughout it could not be read. */
function Piece({ text, how, isWhole }: ShownPiece) {
  if (how === "removed") {
    return (
      <del className="text-ink-2 line-through decoration-1">
        <span className="sr-only">[taken out: </span>
        {text}
        <span className="sr-only">]</span>
      </del>
    );
  }
  if (how === "added") {
    return (
      <ins
        className={
          isWhole
            ? "my-3 block border-l-4 border-ink-2 pl-3 no-underline"
            : "bg-sunk font-semibold underline decoration-1 underline-offset-3"
        }
      >
        <span className="sr-only">[put in: </span>
        {isWhole ? text.trim() : text}
        <span className="sr-only">]</span>
      </ins>
    );
  }
  return <>{text}</>;
}
