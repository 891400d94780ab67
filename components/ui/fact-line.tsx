import { Fragment, type ReactNode } from "react";

/**
 * Short facts with middle dots between them; absent ones leave no dot behind, and no line begins or ends with one: a dot
 * stands before its fact, and where the fact begins a line the dot falls outside the edge, where it is cut off. A line
 * breaks within a fact only where that is longer than the line. Dots are not read out.
 */
export function FactLine({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== "");
  return (
    // The edge is four pixels out, so that the ring around a focused link is whole.
    <span className="-ms-1 block overflow-x-clip ps-1">
      <span className="-ms-[0.6em] block">
        {shown.map((fact, index) => (
          <Fragment key={index}>
            {index > 0 ? " " : null}
            <span className="relative inline-block ps-[0.6em]">
              {index > 0 ? (
                // Out of the line: beside it a fact of one long word would begin a line of its own.
                <span aria-hidden className="absolute start-0">
                  {"· "}
                </span>
              ) : null}
              {fact}
            </span>
          </Fragment>
        ))}
      </span>
    </span>
  );
}
