"use client";

import Link from "next/link";
import { memo } from "react";
import { placeId, type Block, type Segment } from "./article-segments";

type Props = { blocks: Block[]; headline: string | null };

const headlineClass = "mb-3.5 text-2xl font-[640] tracking-tight text-balance";

function isHeadline(block: Block, headline: string | null): boolean {
  return (
    headline !== null &&
    block.segments
      .map(({ text }) => text)
      .join("")
      .trim() === headline.trim()
  );
}

/** The row of a table, its cells parted by tabs, which are to be seen. */
function isRow({ segments }: Block): boolean {
  return segments.some(({ text }) => text.includes("\t"));
}

/** Paragraphs with their marks; every piece carries its offset, so that a selection can be placed. */
export const ArticleText = memo(function ArticleText({ blocks, headline }: Props) {
  if (blocks.length === 0) return <p className="text-ink-3">No text was found in this capture.</p>;
  return blocks.map((block, index) => (
    <p
      key={block.start}
      data-start={block.start}
      dir="auto"
      className={
        index === 0 && isHeadline(block, headline)
          ? headlineClass
          : isRow(block)
            ? "mb-3.5 whitespace-pre-wrap [tab-size:24]"
            : "mb-3.5"
      }
    >
      {block.segments.map((segment) => (
        <Piece key={segment.start} segment={segment} />
      ))}
    </p>
  ));
});

function Piece({ segment: { start, text, passage, isPlace } }: { segment: Segment }) {
  const id = isPlace ? placeId(start) : undefined;
  if (!passage) {
    return (
      <span id={id} data-start={start} className={isPlace ? "text-place" : undefined}>
        {text}
      </span>
    );
  }
  const isFirst = passage.start === start;
  const label = isFirst ? (
    <span data-not-text="" dir="ltr" className="sr-only select-none">
      [{passage.label}:{" "}
    </span>
  ) : null;
  const close = (
    <span data-not-text="" className="sr-only select-none">
      ]
    </span>
  );
  const className = `passage passage-${passage.look}${isPlace ? " text-place" : ""}`;
  const words = (
    <>
      {label}
      {text}
      {label ? close : null}
    </>
  );
  if (passage.href) {
    return (
      <Link
        href={passage.href}
        prefetch={false}
        draggable={false}
        id={id}
        data-start={start}
        title={passage.label}
        className={`${className} no-underline`}
      >
        {words}
      </Link>
    );
  }
  return (
    <mark
      id={id}
      data-start={start}
      data-in-hand={passage.look === "pending" ? "" : undefined}
      title={passage.label}
      className={className}
    >
      {words}
    </mark>
  );
}
