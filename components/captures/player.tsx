type Props = {
  captureId: string;
  contentType: string | null;
  /** What is heard or seen, for who does not see the player. */
  label: string;
  /** The stretch to play, in seconds. */
  time?: { from: number; to: number | null } | null;
};

/** Plays a captured recording from the desk's own copy; nothing of it is loaded before it is started. */
export function Player({ captureId, contentType, label, time }: Props) {
  const stretch = time ? `#t=${time.from}${time.to === null ? "" : `,${time.to}`}` : "";
  const src = `/preview/captures/${encodeURIComponent(captureId)}/recording${stretch}`;
  const shared = { src, controls: true, preload: "none" as const, "aria-label": label };
  return contentType?.startsWith("audio/") ? (
    <audio {...shared} className="my-1 block w-full max-w-lg" />
  ) : (
    <video {...shared} className="my-1 block max-h-96 w-full max-w-lg border bg-sunk" />
  );
}
