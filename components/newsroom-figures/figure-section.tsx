import type { ReactNode } from "react";

type Props = {
  id: string;
  title: string;
  /** The figure in a sentence or two. */
  says: ReactNode;
  chart: ReactNode;
  /** Tables with their files, folded. */
  tables: ReactNode;
  counted: string;
};

/** One figure: what it says, its picture, the table behind it, and how it is counted. */
export function FigureSection({ id, title, says, chart, tables, counted }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-16 border-t py-5">
      <h2 id={`${id}-title`} className="font-serif text-xl font-[620]">
        {title}
      </h2>
      {/* In reading order: the sentence, the pictures, how it is counted; where there is room the pictures stand beside. */}
      <div className="mt-2 grid items-start gap-x-12 gap-y-4 desk:grid-cols-[22rem_minmax(0,1fr)] desk:grid-rows-[auto_1fr]">
        <div className="grid max-w-prose min-w-0 gap-2">{says}</div>
        <div className="grid min-w-0 grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] items-start gap-x-8 gap-y-5 desk:col-start-2 desk:row-span-2 desk:row-start-1">
          {chart}
        </div>
        <p className="max-w-prose min-w-0 text-sm text-ink-3">How it is counted: {counted}</p>
        {/* Across both: a table has more columns than the text has room. */}
        <div className="grid min-w-0 gap-1.5 desk:col-span-2">{tables}</div>
      </div>
    </section>
  );
}

/** A picture with its name above and its key below. */
export function NamedChart({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="max-w-[25rem] min-w-0">
      <figcaption className="mb-1 font-medium">{title}</figcaption>
      {children}
      {note ? <p className="mt-1 text-xs text-ink-3">{note}</p> : null}
    </figure>
  );
}
