import Link from "next/link";
import type { ReactNode } from "react";
import type { ButtonLook } from "./button";
import { cx } from "./cx";

type Props = {
  href: string;
  children: ReactNode;
  look?: ButtonLook;
  small?: boolean;
  className?: string;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ href, children, look = "plain", small, className }: Props) {
  return (
    <Link
      href={href}
      className={cx("button", look !== "plain" && `button-${look}`, small && "button-small", className)}
    >
      {children}
    </Link>
  );
}
