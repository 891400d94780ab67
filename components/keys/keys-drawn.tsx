import { Kbd } from "@/components/ui/kbd";
import { keysInWords } from "@/lib/shortcuts/bindings";

/** The keys of a shortcut, one after the other. */
export function KeysDrawn({ keys }: { keys: string }) {
  return keysInWords(keys).map((key, index) => (
    <span key={index}>
      {index > 0 ? " " : ""}
      <Kbd>{key}</Kbd>
    </span>
  ));
}
