import { Fragment, type ReactNode } from "react";

/** Short facts on one line with middle dots between them; absent ones leave no dot behind. */
export function Dotted({ items }: { items: ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  return (
    <>
      {shown.map((item, index) => (
        <Fragment key={index}>
          {index > 0 ? " · " : null}
          {item}
        </Fragment>
      ))}
    </>
  );
}
