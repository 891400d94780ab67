type Props = {
  /** A page of this site that renders the record as readers will get it, and may be framed by the desk. */
  src: string;
};

/** What readers will see, by the readers' own renderer, in a frame that runs no scripts. It keeps its origin: without one it could not load our fonts. */
export function ReaderPreview({ src }: Props) {
  return (
    <iframe
      src={src}
      title="What readers will see"
      sandbox="allow-same-origin"
      className="block h-[80dvh] w-full border-0 bg-paper desk:h-full"
    />
  );
}
