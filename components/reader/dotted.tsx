import { Fragment, type ReactNode } from "react";

/** Short facts with middle dots between them, none of which begins or ends a line; absent ones leave no dot behind. */
export function Dotted({ items }: { items: ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  return (
    <span className="dots">
      {shown.map((item, index) => (
        <Fragment key={index}>
          {index > 0 ? " " : null}
          <span>
            {index > 0 ? <i>· </i> : null}
            {item}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
