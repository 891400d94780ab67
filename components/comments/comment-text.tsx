import type { ReactNode } from "react";
import { mentionsIn } from "@/lib/comments/mentions";
import type { CommentDto } from "@/lib/claims/dto";
import { splitNote } from "@/lib/imports/row-note";
import { LongText } from "@/components/ui/long-text";

type Comment = Pick<CommentDto, "text" | "mentions">;

/**
 * A comment's words, with the names of whom it was understood to mean standing out. What a sheet itself said of the claim is
 * in sight however long the quote before it is.
 */
export function CommentText({ comment }: { comment: Comment }) {
  const { words, said } = splitNote(comment.text.normalize("NFC"));
  return [words, said].filter(Boolean).map((text) => (
    <LongText key={text} text={text} className="whitespace-pre-wrap wrap-anywhere">
      {withNames(text, comment.mentions)}
    </LongText>
  ));
}

function withNames(text: string, mentions: Comment["mentions"]): ReactNode {
  const people = mentions.map((person) => ({ ...person, handle: "" }));
  const named = mentionsIn(text, people).found;
  const pieces = named.flatMap(({ start, end }, index) => [
    text.slice(named[index - 1]?.end ?? 0, start),
    <strong key={start} className="font-semibold">
      {text.slice(start, end)}
    </strong>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(named.at(-1)?.end ?? 0)}
    </>
  );
}
