import { Fragment, type ReactNode } from "react";

/**
 * Short facts with middle dots between them; absent ones leave no dot behind. A line breaks after a dot, and within a
 * fact only where that is longer than the line.
 */
export function FactLine({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== "");
  return shown.map((fact, index) => (
    <Fragment key={index}>
      {index > 0 ? " " : null}
      <span className="inline-block">
        {fact}
        {index < shown.length - 1 ? " ·" : null}
      </span>
    </Fragment>
  ));
}
