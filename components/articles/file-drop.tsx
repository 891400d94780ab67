"use client";

import { useRef, useState, type DragEvent } from "react";
import { TextField } from "@/components/ui/field";
import { cx } from "@/components/ui/cx";

/** A file input on which a file can also be dropped. */
export function FileDrop({ hint, accept }: { hint: string; accept: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const input = frame.current?.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    // Browsers say so of a file that is chosen, not of one that is set.
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return (
    <div
      ref={frame}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "rounded-md border border-dashed p-3",
        isOver ? "border-ink bg-sunk" : "border-rule-strong",
      )}
    >
      <TextField name="file" type="file" label="File" hint={hint} accept={accept} />
    </div>
  );
}
