import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Where forms of the desk are written; readers' pages run no scripts that could keep anything. */
const folders = ["components", "app/(desk)"];

type Source = { file: string; source: string };
type Written = { file: string; props: string; body: string };

const sources: Source[] = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !/\.test\.tsx$|^reader\//.test(name))
    .map((name) => ({ file: join(folder, name), source: readFileSync(join(folder, name), "utf8") })),
);

const formPattern = /<Form\b([^]*?[^=])>\n([^]*?)<\/Form>/g;

/** Every form of a source file: what stands in its tag, and what stands between its tags. */
function formsIn({ file, source }: Source): Written[] {
  return [...source.matchAll(formPattern)].map(([, props = "", body = ""]) => ({ file, props, body }));
}

const forms = sources.flatMap(formsIn);

describe("a form of the desk in which people write", () => {
  const written = forms.filter(({ body }) =>
    /<(?:TextAreaField|WriteUpField|MentionField|DeclineFields|EvidenceFields)\b/.test(body),
  );

  it("keeps the words in this browser until they were sent", () => {
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter(({ props }) => !/\bkeep=/.test(props)).map(({ file }) => file)).toEqual([]);
  });

  it("keeps them under a name that no other form has", () => {
    const named = [/\bkeep=\{?[`"]([a-z:-]+)/, /\buseKeptCopy\(\w+, [`"]([a-z-]+)/];
    const names = [...forms.map(({ props }) => props), ...sources.map(({ source }) => source)].flatMap(
      (text, at) => named[at < forms.length ? 0 : 1]!.exec(text)?.[1] ?? [],
    );
    expect(names).toContain("decline-many");
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

/** What stands outside of a `Form` and keeps nothing, by its file, and why it needs to keep nothing. */
const excused: Record<string, string> = {
  "components/ui/text-area.tsx": "It is a field, and stands in a `Form`.",
  "components/verdicts/write-up-field.tsx": "It is a field, and stands in a `Form`.",
  "components/ui/undo-strip.tsx": "Nothing is written in it.",
  "components/imports/rows-run.tsx": "Nothing is written in it.",
  "components/layout/sign-in-card.tsx": "Nothing is written in it.",
  "components/layout/sign-out-form.tsx": "Nothing is written in it.",
  "components/layout/words-form.tsx": "It leads to an address, which holds what was asked.",
  "components/layout/desk-search.tsx": "It leads to an address, which holds what was asked.",
  "components/settings/find-form.tsx": "It leads to an address, which holds what was asked.",
  "components/claims/compare-moments.tsx": "It leads to an address, which holds what was asked.",
  "components/disagreements/quotes-beside.tsx": "It leads to an address, which holds what was asked.",
  "components/captures/page-nav.tsx": "It leads to an address, which holds what was asked.",
  "components/selection/ledger-filter.tsx": "It leads to an address, which holds what was asked.",
};

describe("what is written in outside of a `Form`", () => {
  const outside = sources.filter(({ source }) =>
    /<(?:textarea|form)\b|\bcontentEditable\b/.test(source.replaceAll(formPattern, "")),
  );

  it("keeps the words in this browser too, or says why it needs not", () => {
    const unkept = outside.filter(({ source }) => !/\buseKeptCopy\(/.test(source)).map(({ file }) => file);
    expect(unkept.sort()).toEqual(Object.keys(excused).sort());
  });

  it("is found: rows that are pasted, words that are chosen, claims that are declined together", () => {
    expect(outside.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        "components/evidence/paste-rows-form.tsx",
        "components/articles/selection-toolbar.tsx",
        "components/claims/bulk-forms.tsx",
      ]),
    );
  });
});
