import type { ReactNode } from "react";

type Props = {
  /** What happened. */
  title: ReactNode;
  /** What is safe. */
  safe?: ReactNode;
  /** What to do. */
  children?: ReactNode;
  tone?: "plain" | "warning";
  /** Announced at once; for what appears after an action. */
  live?: boolean;
};

/** Says what happened, what is safe and what to do. */
export function Notice({ title, safe, children, tone = "plain", live }: Props) {
  return (
    <div
      role={live ? "alert" : undefined}
      className={`rounded-md border p-3 ${tone === "warning" ? "border-warn" : "border-rule-strong"}`}
    >
      <p className={`font-semibold ${tone === "warning" ? "text-warn" : ""}`}>
        {tone === "warning" ? <WarnMark /> : null}
        {title}
      </p>
      {safe ? <p className="mt-1 text-ink-2">{safe}</p> : null}
      {children ? <div className="mt-1 text-ink-2">{children}</div> : null}
    </div>
  );
}

/** Before words that warn: their colour never stands alone. */
export function WarnMark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden className="mr-1.5 -mb-px inline size-3.5 align-baseline">
      <path
        d="M8 1.8 15 14H1zM8 6v4m0 1.6v.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
