import { mentionsIn } from "@/lib/comments/mentions";
import type { CommentDto } from "@/lib/claims/dto";
import { LongText } from "@/components/ui/long-text";

/** A comment's words, with the names of whom it was understood to mean standing out. */
export function CommentText({ comment }: { comment: Pick<CommentDto, "text" | "mentions"> }) {
  const text = comment.text.normalize("NFC");
  const people = comment.mentions.map((person) => ({ ...person, handle: "" }));
  const named = mentionsIn(text, people).found;
  const pieces = named.flatMap(({ start, end }, index) => [
    text.slice(named[index - 1]?.end ?? 0, start),
    <strong key={start} className="font-semibold">
      {text.slice(start, end)}
    </strong>,
  ]);
  return (
    <LongText text={text} className="whitespace-pre-wrap wrap-anywhere">
      {pieces}
      {text.slice(named.at(-1)?.end ?? 0)}
    </LongText>
  );
}
