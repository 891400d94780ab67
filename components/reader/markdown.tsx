import type { ReactNode } from "react";
import type { ReaderWords } from "@/lib/words/reader";
import type { OtherLanguage } from "./reader-site";
import { readMarkdown, type Block, type Inline } from "./markdown-blocks";

type Citations = {
  words: ReaderWords["evidence"];
  /** Printed number of each piece of evidence by its id. */
  numbers: ReadonlyMap<string, number>;
  /** Whether an id that is not printed may belong to evidence that is withheld. */
  hasWithheld: boolean;
};

function Citation({ id, citations }: { id: string; citations: Citations | null }) {
  if (id === "background" || citations === null) return null;
  const { words } = citations;
  const number = citations.numbers.get(id);
  if (number === undefined)
    return citations.hasWithheld ? <sup className="cite">{words.citesWithheld}</sup> : null;
  return (
    <sup className="cite">
      <a href={`#e${number}`} aria-label={words.number(number)}>
        {number}
      </a>
    </sup>
  );
}

function Inlines({ items, citations }: { items: Inline[]; citations: Citations | null }): ReactNode {
  return items.map((item, index) => {
    if (item.kind === "text") return item.text;
    if (item.kind === "citation") return <Citation key={index} id={item.id} citations={citations} />;
    const inside = <Inlines items={item.children} citations={citations} />;
    if (item.kind === "link") {
      return (
        <a key={index} href={item.href} rel="noopener nofollow">
          {inside}
        </a>
      );
    }
    return item.kind === "strong" ? <strong key={index}>{inside}</strong> : <em key={index}>{inside}</em>;
  });
}

function Blocks({ blocks, citations }: { blocks: Block[]; citations: Citations | null }): ReactNode {
  return blocks.map((block, index) => {
    if (block.kind === "quote") {
      return (
        <blockquote key={index}>
          <Blocks blocks={block.blocks} citations={citations} />
        </blockquote>
      );
    }
    if (block.kind === "list") {
      const items = block.items.map((item, place) => (
        <li key={place}>
          <Inlines items={item} citations={citations} />
        </li>
      ));
      if (!block.ordered) return <ul key={index}>{items}</ul>;
      return (
        <ol key={index} start={block.start === 1 ? undefined : block.start}>
          {items}
        </ol>
      );
    }
    const inside = <Inlines items={block.children} citations={citations} />;
    return block.kind === "heading" ? <h3 key={index}>{inside}</h3> : <p key={index}>{inside}</p>;
  });
}

/** A newsroom's Markdown as elements: HTML in it stays text, links go to http and https only. */
export function Markdown({
  source,
  citations = null,
  lang,
  dir,
}: OtherLanguage & { source: string; citations?: Citations | null }) {
  return (
    <div className="prose" lang={lang} dir={dir}>
      <Blocks blocks={readMarkdown(source)} citations={citations} />
    </div>
  );
}
