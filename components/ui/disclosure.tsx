import type { ReactNode } from "react";

type Props = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
  quiet?: boolean;
  /** It is the thing to do here, or one that takes something from readers: the summary looks like such a button. */
  button?: boolean | "danger";
};

const buttonLook = "button mt-1 list-none [&::-webkit-details-marker]:hidden";
const looks = {
  button: buttonLook,
  danger: `${buttonLook} button-danger`,
  quiet:
    "inline-flex min-h-6 items-center text-xs text-ink-3 underline decoration-1 underline-offset-[.18em]",
  plain: "inline-flex min-h-6 items-center text-sm text-link underline decoration-1 underline-offset-[.18em]",
};

/** Something kept folded until it is wanted; works without scripts. */
export function Disclosure({ summary, children, open, id, quiet, button }: Props) {
  return (
    <details open={open} id={id} className="min-w-0 open:basis-full">
      <summary
        className={looks[button === "danger" ? "danger" : button ? "button" : quiet ? "quiet" : "plain"]}
      >
        {summary}
      </summary>
      <div className="mt-2 mb-3">{children}</div>
    </details>
  );
}
