import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Under the title: what it is about, and the way back. */
  lead: ReactNode;
  /** Over what readers will see. */
  previewTitle?: string;
  /** Where the one stands under the other, the way down from what readers will see to what is done about it. */
  goOn: string;
  /** By the readers' own renderer. */
  preview: ReactNode;
  children: ReactNode;
};

/** Left what readers will see, right what is signed about it; in a narrow window one below the other. */
export function PreviewBeside(props: Props) {
  const { title, lead, previewTitle = "What readers will see", goOn, preview, children } = props;
  return (
    <div className="sign-off grid max-desk:grid-cols-[minmax(0,1fr)]">
      <section
        aria-labelledby="preview-title"
        className="flex min-h-0 min-w-0 flex-col max-desk:border-b desk:border-r"
      >
        <div className="flex flex-wrap items-baseline gap-x-4 border-b px-5 py-2.5 text-sm">
          <h2 id="preview-title" className="font-semibold">
            {previewTitle}
          </h2>
          <a href="#signing" className="ml-auto desk:hidden">
            {goOn}
          </a>
        </div>
        <div className="min-h-0 flex-1">{preview}</div>
      </section>
      <div id="signing" className="min-h-0 min-w-0 bg-panel px-5 pt-4 pb-10 wrap-anywhere desk:overflow-auto">
        <h1 className="font-serif text-xl font-[620] tracking-tight">{title}</h1>
        <div className="mt-1">{lead}</div>
        {children}
      </div>
    </div>
  );
}
