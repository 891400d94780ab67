import type { ReactNode } from "react";
import { citationsOf, readMarkdown, type Block, type Inline } from "./markdown-blocks";

type Citations = {
  /** Printed number of each piece of evidence by its id. */
  numbers: ReadonlyMap<string, number>;
  /** Whether an id that is not printed may belong to evidence that is withheld. */
  hasWithheld: boolean;
  /** Ids that a text before this one cites: their evidence leads back there. */
  citedBefore?: ReadonlySet<string>;
};

/** `firsts` are the citations that their evidence leads back to. */
type Place = Citations & { firsts: ReadonlySet<Inline> };

const noCitations: Citations = { numbers: new Map(), hasWithheld: false };

function firstsOf(blocks: readonly Block[], { citedBefore }: Citations): ReadonlySet<Inline> {
  const fresh = citationsOf(blocks).filter(({ id }) => !citedBefore?.has(id));
  return new Set(new Map(fresh.toReversed().map((citation) => [citation.id, citation])).values());
}

function Citation({ id, isFirst, citations }: { id: string; isFirst: boolean; citations: Place }) {
  if (id === "background") return null;
  const number = citations.numbers.get(id);
  if (number === undefined) return citations.hasWithheld ? <sup className="cite">[withheld]</sup> : null;
  return (
    <sup className="cite" id={isFirst ? `c${number}` : undefined}>
      <a href={`#e${number}`} aria-label={`Evidence ${number}`}>
        {number}
      </a>
    </sup>
  );
}

function Inlines({ items, citations }: { items: Inline[]; citations: Place }): ReactNode {
  return items.map((item, index) => {
    if (item.kind === "text") return item.text;
    if (item.kind === "citation")
      return <Citation key={index} id={item.id} isFirst={citations.firsts.has(item)} citations={citations} />;
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

function Blocks({ blocks, citations }: { blocks: Block[]; citations: Place }): ReactNode {
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
export function Markdown({ source, citations = noCitations }: { source: string; citations?: Citations }) {
  const blocks = readMarkdown(source);
  return (
    <div className="prose">
      <Blocks blocks={blocks} citations={{ ...citations, firsts: firstsOf(blocks, citations) }} />
    </div>
  );
}
