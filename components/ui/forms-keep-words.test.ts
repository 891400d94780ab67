import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Where forms of the desk are written; readers' pages run no scripts that could keep anything. */
const folders = ["components", "app/(desk)"];

type Written = { file: string; props: string; body: string };

/** Every form of a source file: what stands in its tag, and what stands between its tags. */
function formsIn(file: string): Written[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/<Form\b([^]*?[^=])>\n([^]*?)<\/Form>/g)].map(([, props = "", body = ""]) => ({
    file,
    props,
    body,
  }));
}

const forms = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !/\.test\.tsx$|^reader\//.test(name))
    .flatMap((name) => formsIn(join(folder, name))),
);

describe("a form of the desk in which people write", () => {
  const written = forms.filter(({ body }) =>
    /<(?:TextAreaField|WriteUpField|MentionField|DeclineFields|EvidenceFields)\b/.test(body),
  );

  it("keeps the words in this browser until they were sent", () => {
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter(({ props }) => !/\bkeep=/.test(props)).map(({ file }) => file)).toEqual([]);
  });

  it("keeps them under a name that no other form has", () => {
    const names = forms.flatMap(({ props }) => /\bkeep=\{?[`"]([a-z:-]+)/.exec(props)?.[1] ?? []);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
