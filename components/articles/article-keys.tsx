"use client";

import { Kbd } from "@/components/ui/kbd";

const keys: [string, string][] = [
  ["j k", "choose the next or the previous sentence"],
  ["Shift J", "take the next sentence too"],
  ["Shift ← →", "one letter less or more"],
  ["1", "supports the claim"],
  ["2", "disputes the claim"],
  ["3", "context"],
  ["n", "new claim"],
  ["o", "capture an original nobody has read"],
  ["d", "these two disagree"],
  ["r", "go to your review"],
  ["Enter", "go to the buttons"],
  ["Esc", "let go of the words"],
];

/** The keys of the article, and the switch for people whose voice or other tool types them by accident. */
export function ArticleKeys({ enabled, onChange }: { enabled: boolean; onChange: (on: boolean) => void }) {
  return (
    <details className="relative">
      <summary className="inline-flex min-h-6 items-center">Keys</summary>
      <div className="absolute z-2 mt-1 w-72 rounded-md border border-rule-strong bg-panel p-3">
        <dl className="grid grid-cols-[5rem_1fr] gap-y-1">
          {keys.map(([key, meaning]) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-2 flex min-h-6 items-center gap-2 border-t pt-2">
          <input
            type="checkbox"
            checked={enabled}
            onChange={(event) => onChange(event.target.checked)}
            className="size-4 accent-ink"
          />
          Use the single keys 1, 2, 3, n, o, d and r
        </label>
      </div>
    </details>
  );
}
