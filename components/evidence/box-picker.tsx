"use client";

import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { describedBy, FieldErrors } from "@/components/ui/field";
import { FieldName } from "@/components/ui/field-name";
import { useField } from "@/components/ui/form";
import { BoxFrame } from "./box-frame";
import { boxBetween, movedBox, sizes, type Box } from "./box";

type Props = {
  /** What the place is drawn on: a picture, or the shape of a page. */
  children: ReactNode;
  /** How it is called: "picture", "page". */
  of: string;
};

const labels: Record<keyof Box, string> = {
  x: "From the left",
  y: "From the top",
  width: "Width",
  height: "Height",
};

/** A place in a picture: drawn with the mouse, moved with arrow keys, or typed as percent. */
export function BoxPicker({ children, of }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const kept = { x: useField("x"), y: useField("y"), width: useField("width"), height: useField("height") };
  const [box, setBox] = useState<Record<keyof Box, string>>({
    x: kept.x.value,
    y: kept.y.value,
    width: kept.width.value,
    height: kept.height.value,
  });
  const drawn: Box = { x: +box.x, y: +box.y, width: +box.width, height: +box.height };
  const isDrawn = drawn.width > 0 && drawn.height > 0;
  const draw = (next: Box) =>
    setBox({ x: `${next.x}`, y: `${next.y}`, width: `${next.width}`, height: `${next.height}` });
  const at = (event: PointerEvent) => {
    const { left, top, width, height } = frame.current!.getBoundingClientRect();
    return { x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 };
  };
  const move = (event: KeyboardEvent) => {
    const next = movedBox(isDrawn ? drawn : null, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    draw(next);
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        Where in the {of} <span className="font-normal text-ink-3">(empty: all of it)</span>
      </legend>
      <p id="box-hint" className="mb-2 text-sm text-ink-3">
        Draw a frame with the mouse. By keyboard: arrows move it, Shift and arrows size it; or type percent of
        the {of}.
      </p>
      <div
        ref={frame}
        role="group"
        tabIndex={0}
        aria-label={`Frame in the ${of}`}
        aria-describedby="box-hint"
        className="relative inline-block max-w-full cursor-crosshair touch-none border select-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(at(event));
        }}
        onPointerMove={(event) => (from ? draw(boxBetween(from, at(event))) : undefined)}
        onPointerUp={() => setFrom(null)}
        onPointerCancel={() => setFrom(null)}
        onKeyDown={move}
      >
        {children}
        {isDrawn ? <BoxFrame box={drawn} /> : null}
      </div>
      <div className="mt-2 grid max-w-lg grid-cols-2 gap-3 tabs:grid-cols-4">
        {sizes.map((name) => (
          <div key={name}>
            <label htmlFor={kept[name].id} className="mb-1 block text-sm">
              {labels[name]}, %
            </label>
            <FieldName name={name} label={labels[name]} />
            <input
              id={kept[name].id}
              name={name}
              type="number"
              min={0}
              max={100}
              step={0.1}
              value={box[name]}
              onChange={(event) => setBox({ ...box, [name]: event.target.value })}
              className="control"
              {...describedBy(kept[name].id, null, kept[name].errors)}
            />
            <FieldErrors id={kept[name].id} errors={kept[name].errors} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
