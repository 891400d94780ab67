import type { ReactNode } from "react";
import type { ReaderWords } from "@/lib/words/reader";
import type { OtherLanguage } from "./reader-site";
import {
  citationsOf,
  readMarkdown,
  type Block,
  type Citation as CitationMark,
  type Inline,
} from "@/lib/publications/markdown-blocks";

type Citations = {
  words: ReaderWords["evidence"];
  /** Printed number of each piece of evidence by its id. */
  numbers: ReadonlyMap<string, number>;
  /** Whether an id that is not printed may belong to evidence that is withheld. */
  hasWithheld: boolean;
  /** Ids that a text before this one cites: their evidence leads back there. */
  citedBefore?: ReadonlySet<string>;
};

/** `firsts` are the citations that their evidence leads back to. */
type Place = Citations & { firsts: ReadonlySet<Inline> };

function firstsOf(blocks: readonly Block[], { citedBefore }: Citations): ReadonlySet<Inline> {
  const fresh = citationsOf(blocks).filter(({ id }) => !citedBefore?.has(id));
  return new Set(new Map(fresh.toReversed().map((citation) => [citation.id, citation])).values());
}

function Citation({ item, citations }: { item: CitationMark; citations: Place | null }) {
  const { id } = item;
  if (id === "background" || citations === null) return null;
  const { words } = citations;
  const number = citations.numbers.get(id);
  if (number === undefined)
    return citations.hasWithheld ? <sup className="cite">{words.citesWithheld}</sup> : null;
  return (
    <sup className="cite" id={citations.firsts.has(item) ? `c${number}` : undefined}>
      <a href={`#e${number}`} aria-label={words.number(number)}>
        {number}
      </a>
    </sup>
  );
}

function Inlines({ items, citations }: { items: Inline[]; citations: Place | null }): ReactNode {
  return items.map((item, index) => {
    if (item.kind === "text") return item.text;
    if (item.kind === "citation") return <Citation key={index} item={item} citations={citations} />;
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

type Shown = { citations: Place | null; heading: "h2" | "h3" };

function Blocks({ blocks, citations, heading: Heading }: { blocks: Block[] } & Shown): ReactNode {
  return blocks.map((block, index) => {
    if (block.kind === "quote") {
      return (
        <blockquote key={index}>
          <Blocks blocks={block.blocks} citations={citations} heading={Heading} />
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
    return block.kind === "heading" ? <Heading key={index}>{inside}</Heading> : <p key={index}>{inside}</p>;
  });
}

/** A newsroom's Markdown as elements: HTML in it stays text, links go to http and https only. */
export function Markdown({
  source,
  citations = null,
  heading = "h3",
  lang,
  dir,
}: OtherLanguage & { source: string; citations?: Citations | null; heading?: "h2" | "h3" }) {
  const blocks = readMarkdown(source);
  const place = citations && { ...citations, firsts: firstsOf(blocks, citations) };
  return (
    <div className="prose" lang={lang} dir={dir}>
      <Blocks blocks={blocks} citations={place} heading={heading} />
    </div>
  );
}
