"use client";

import type { ButtonHTMLAttributes } from "react";
import { useFormStatus } from "react-dom";
import { cx } from "./cx";

export type ButtonLook = "plain" | "primary" | "quiet";

function buttonClass(look: ButtonLook = "plain", small = false): string {
  return cx("button", look !== "plain" && `button-${look}`, small && "button-small");
}

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  look?: ButtonLook;
  small?: boolean;
  className?: string;
};

/** A button that does something on the page. */
export function Button({ look, small, className, type = "button", ...rest }: Props) {
  return <button {...rest} type={type} className={cx(buttonClass(look, small), className)} />;
}

/** Sends its form; while it is under way it says so and a second press does nothing. */
export function SubmitButton({
  look = "primary",
  small,
  className,
  children,
  busy = "Saving…",
  ...rest
}: Props & { busy?: string }) {
  const { pending, data } = useFormStatus();
  const mine = pending && (!rest.name || data?.get(rest.name) === rest.value);
  return (
    <button
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
      className={cx(buttonClass(look, small), className)}
    >
      {mine ? busy : children}
    </button>
  );
}
