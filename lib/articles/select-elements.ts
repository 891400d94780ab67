import type { PageElement } from "./page-dom";
import type { PageParent } from "./page-node";

type AttributeTest = { name: string; operator: string; value: string; isCaseless: boolean };
type Step = { tag: string; tests: AttributeTest[] };
/** Steps from an ancestor down to the element itself. */
type Path = Step[];

/** Attributes of HTML whose values have no case (https://html.spec.whatwg.org/#case-sensitivity-of-selectors). */
const caseless = new Set(["rel", "type", "lang", "dir", "media"]);
const ATTRIBUTE = /\[([\w-]+)(?:([~*]?=)(?:"([^"]*)"|([^"\]\s]+))( i)?)?\]/g;

/** As far as places in pages are written with them: names, attributes (`=`, `~=`, `*=`, ` i`), descendants, lists. */
function parseSelector(selector: string): Path[] {
  const parts = selector.match(/(?:\[[^\]]*\]|[^,[])+/g) ?? [];
  return parts.map((part) =>
    (part.trim().match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []).map((compound) => ({
      tag: /^[\w-]*/.exec(compound)?.[0].toLowerCase() ?? "",
      tests: Array.from(
        compound.matchAll(ATTRIBUTE),
        ([, name = "", operator = "", quoted, bare, flag]): AttributeTest => {
          const isCaseless = flag !== undefined || caseless.has(name);
          const value = quoted ?? bare ?? "";
          return { name, operator, value: isCaseless ? value.toLowerCase() : value, isCaseless };
        },
      ),
    })),
  );
}

const parsed = new Map<string, Path[]>();

function pathsOf(selector: string): Path[] {
  const known = parsed.get(selector) ?? parseSelector(selector);
  parsed.set(selector, known);
  return known;
}

function fits(element: PageElement, { tag, tests }: Step): boolean {
  if (tag !== "" && element.localName !== tag) return false;
  return tests.every(({ name, operator, value, isCaseless }) => {
    const written = element.getAttribute(name);
    if (written === null) return false;
    const found = isCaseless ? written.toLowerCase() : written;
    if (operator === "=") return found === value;
    if (operator === "~=") return found.split(/[ \t\n\f\r]+/).includes(value);
    return operator === "" || found.includes(value);
  });
}

function isAt(element: PageElement, path: Path): boolean {
  let at = path.length - 1;
  if (!fits(element, path[at]!)) return false;
  // Only descendants: the nearest ancestor that fits a step never spoils a step above it.
  for (let up = element.parentElement; up && at > 0; up = up.parentElement)
    if (fits(up, path[at - 1]!)) at -= 1;
  return at === 0;
}

/** Elements inside `root` that a selector names, in document order. */
export function selectElements(root: PageParent, selector: string): PageElement[] {
  const paths = pathsOf(selector);
  return root.getElementsByTagName("*").filter((element) => paths.some((path) => isAt(element, path)));
}

/** The nearest of an element and those it stands in that a selector names. */
export function closestElement(element: PageElement, selector: string): PageElement | null {
  const paths = pathsOf(selector);
  for (let at: PageElement | null = element; at; at = at.parentElement)
    if (paths.some((path) => isAt(at!, path))) return at;
  return null;
}
