import { Fragment, type ReactNode } from "react";

/** What a tag of a text stands for: an element, or what is made of the words between its tags. */
type Piece = ReactNode | ((inside: ReactNode) => ReactNode);

/** `<name/>`, or `<name>words</name>`. */
const tag = /<([a-z]+)(?:\/>|>([^<]*)<\/\1>)/g;

/** A text of the catalogue with elements in the place of its tags; the same tags in every language, in any order. */
export function Phrase({ say, with: pieces }: { say: string; with: Record<string, Piece> }) {
  const shown: ReactNode[] = [];
  let from = 0;
  for (const found of say.matchAll(tag)) {
    const [whole, name = "", inside] = found;
    const piece = pieces[name];
    shown.push(say.slice(from, found.index), typeof piece === "function" ? piece(inside) : piece);
    from = found.index + whole.length;
  }
  return [...shown, say.slice(from)].map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
