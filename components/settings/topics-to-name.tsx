import { Disclosure } from "@/components/ui/disclosure";

type Props = {
  /** Topics that claims have. */
  known: readonly string[];
  /** Topics that the saved setting names and no claim has. */
  unknown: readonly string[];
};

/** Below a field that names topics: those that no claim has, which may be mistyped, and those that can be named. */
export function TopicsToName({ known, unknown }: Props) {
  return (
    <div className="-mt-2 grid gap-1 text-sm">
      {unknown.length > 0 ? (
        <p className="font-medium wrap-anywhere text-warn">
          No claim has {unknown.map((name) => `“${name}”`).join(", ")}. If mistyped, write it as claims have
          it.
        </p>
      ) : null}
      {known.length > 0 ? (
        <Disclosure summary={`Topics of your claims (${known.length})`} quiet>
          <p className="wrap-anywhere text-ink-2">{known.join(" · ")}</p>
        </Disclosure>
      ) : (
        <p className="text-ink-3">No claim has a topic yet.</p>
      )}
    </div>
  );
}
