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
      <p className={`font-semibold ${tone === "warning" ? "text-warn" : ""}`}>{title}</p>
      {safe ? <p className="mt-1 text-ink-2">{safe}</p> : null}
      {children ? <div className="mt-1 text-ink-2">{children}</div> : null}
    </div>
  );
}
