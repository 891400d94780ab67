"use client";

import {
  useContext,
  useEffect,
  useRef,
  useState,
  type ButtonHTMLAttributes,
  type ReactNode,
  type Ref,
  type RefObject,
} from "react";
import { useFormStatus } from "react-dom";
import { BesidesId } from "./asks-first";
import { cx } from "./cx";
import { IsAnswered } from "./is-answered";
import { useIsLate, useOneAtATime } from "./one-at-a-time";

export type ButtonLook = "plain" | "primary" | "quiet" | "danger";

function buttonClass(look: ButtonLook = "plain", small = false): string {
  return cx("button", look !== "plain" && `button-${look}`, small && "button-small");
}

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  look?: ButtonLook;
  small?: boolean;
  className?: string;
};

/** A button that does something on the page. */
export function Button({
  look,
  small,
  className,
  type = "button",
  ...rest
}: Props & { ref?: Ref<HTMLButtonElement> }) {
  return <button {...rest} type={type} className={cx(buttonClass(look, small), className)} />;
}

type SubmitProps = Props & {
  /** What it says meanwhile. */
  busy?: ReactNode;
  /** What it was pressed for goes on although the form itself is not sent yet. */
  isUnderWay?: boolean;
};

/**
 * Sends its form. While that is under way the button that was pressed says so, and no press does anything: not of this one,
 * nor of another about the same thing. Once it is done it no longer says so, though the page that shows it is on its way. When
 * no answer comes for long, it says what can be done.
 */
export function SubmitButton({
  look = "primary",
  small,
  className,
  children,
  busy = "Saving…",
  isUnderWay = false,
  ...rest
}: SubmitProps) {
  const { pending } = useFormStatus();
  const element = useRef<HTMLButtonElement>(null);
  const wasPressed = useWasPressed(element);
  const isAnswered = useContext(IsAnswered);
  const isSent = isUnderWay || (pending && wasPressed && !isAnswered);
  const mustWait = useOneAtATime(isUnderWay || pending);
  const isLate = useIsLate(isSent);
  const besides = useContext(BesidesId);
  return (
    <>
      <button
        {...rest}
        ref={element}
        type="submit"
        aria-describedby={cx(rest["aria-describedby"], besides) || undefined}
        aria-disabled={mustWait || undefined}
        onClick={mustWait ? (event) => event.preventDefault() : rest.onClick}
        className={cx(buttonClass(look, small), className)}
      >
        {isSent ? busy : children}
      </button>
      {isLate ? (
        <span role="alert" className="text-sm text-warn">
          {" "}
          Not answered yet. To do something else, load the page anew; look first whether this was done.
        </span>
      ) : null}
    </>
  );
}

/** Asks for another page with what stands in its form; not while something is under way, which leaving would break off. */
export function AskButton({ small, children }: Pick<Props, "small" | "children">) {
  const mustWait = useOneAtATime(false);
  return (
    <Button
      type="submit"
      small={small}
      aria-disabled={mustWait || undefined}
      onClick={mustWait ? (event) => event.preventDefault() : undefined}
    >
      {children}
    </Button>
  );
}

/** Whether the form was sent by this button last; by a key, that is its first one. */
function useWasPressed(button: RefObject<HTMLButtonElement | null>): boolean {
  const [wasPressed, setPressed] = useState(false);
  useEffect(() => {
    const form = button.current?.form;
    const note = ({ submitter }: SubmitEvent) =>
      setPressed((submitter ?? form?.querySelector("button[type=submit]")) === button.current);
    form?.addEventListener("submit", note);
    return () => form?.removeEventListener("submit", note);
  }, [button]);
  return wasPressed;
}
