import type { ReactNode } from "react";

type Props = {
  /** Whose desk this is: a page that asks for a code or a password says so, and one that does not is somebody else's. */
  newsroom: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
};

/** A page for whoever is not at the desk yet, or proves once more who they are. */
export function AuthPage({ newsroom, title, lead, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-sm px-4 py-12">
      <p className="mb-3 border-b pb-2 text-ink-2 wrap-anywhere">
        The desk of <strong className="font-semibold text-ink">{newsroom}</strong>
      </p>
      <h1 className="font-serif text-2xl font-[640] tracking-tight text-balance">{title}</h1>
      {lead ? <p className="mt-1 text-ink-2">{lead}</p> : null}
      <div className="mt-5">{children}</div>
    </div>
  );
}
