import type { PageElement } from "./page-dom";

/**
 * A page's tree as far as reading an article needs it: what Readability and the extraction ask of a document, and nothing
 * that shows, styles, loads or runs anything. `__JSDOMParser__`, on whatever comes first, lets Readability change what an
 * element is instead of moving all that is in it into another one.
 */
export abstract class PageNode {
  abstract readonly nodeType: 1 | 3 | 8 | 9 | 10 | 11;
  abstract readonly nodeName: string;
  parentNode: PageParent | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;

  get parentElement(): PageElement | null {
    return this.parentNode && isElement(this.parentNode) ? this.parentNode : null;
  }

  get firstChild(): PageNode | null {
    return null;
  }

  get lastChild(): PageNode | null {
    return null;
  }

  get childNodes(): PageNode[] {
    return [];
  }

  get nodeValue(): string | null {
    return null;
  }

  abstract get textContent(): string | null;

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling, "nextSibling");
  }

  get previousElementSibling(): PageElement | null {
    return elementFrom(this.previousSibling, "previousSibling");
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

/** Asked by number, as the document object model has it: elements are nodes, and nodes know nothing of them. */
const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

function elementFrom(node: PageNode | null, on: "nextSibling" | "previousSibling"): PageElement | null {
  let at = node;
  while (at && !isElement(at)) at = at[on];
  return at;
}

abstract class PageData extends PageNode {
  constructor(public data: string) {
    super();
  }

  override get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.data;
  }
}

export class PageText extends PageData {
  readonly nodeType = 3;
  readonly nodeName = "#text";
}

export class PageComment extends PageData {
  readonly nodeType = 8;
  readonly nodeName = "#comment";
}

export class PageDoctype extends PageNode {
  readonly nodeType = 10;
  readonly textContent = null;
  readonly __JSDOMParser__ = true;

  constructor(readonly nodeName: string) {
    super();
  }
}

/** Whatever holds other nodes: they are linked to each other, so that taking one out or putting one in moves no others. */
export abstract class PageParent extends PageNode {
  private first: PageNode | null = null;
  private last: PageNode | null = null;
  private elements: PageElement[] | null = null;

  override get firstChild(): PageNode | null {
    return this.first;
  }

  override get lastChild(): PageNode | null {
    return this.last;
  }

  override get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let at = this.first; at; at = at.nextSibling) nodes.push(at);
    return nodes;
  }

  /** The same list until a child comes or goes. */
  get children(): readonly PageElement[] {
    return (this.elements ??= this.childNodes.filter(isElement));
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): PageElement | null {
    return elementFrom(this.first, "nextSibling");
  }

  get textContent(): string {
    let text = "";
    for (let at = this.firstChild; at; at = nextIn(this, at))
      if (at.nodeType === 3) text += (at as PageText).data;
    return text;
  }

  set textContent(text: string) {
    while (this.last) this.removeChild(this.last);
    if (text !== "") this.appendChild(new PageText(text));
  }

  appendChild<T extends PageNode>(node: T): T {
    return this.insertBefore(node, null);
  }

  insertBefore<T extends PageNode>(node: T, before: PageNode | null): T {
    node.remove();
    const after = before ? before.previousSibling : this.last;
    node.parentNode = this;
    node.previousSibling = after;
    node.nextSibling = before;
    if (after) after.nextSibling = node;
    else this.first = node;
    if (before) before.previousSibling = node;
    else this.last = node;
    this.elements = null;
    return node;
  }

  removeChild<T extends PageNode>(node: T): T {
    const { previousSibling: before, nextSibling: after } = node;
    if (before) before.nextSibling = after;
    else this.first = after;
    if (after) after.previousSibling = before;
    else this.last = before;
    node.parentNode = node.previousSibling = node.nextSibling = null;
    this.elements = null;
    return node;
  }

  replaceChild<T extends PageNode>(node: PageNode, old: T): T {
    if (node === old) return old;
    this.insertBefore(node, old);
    return this.removeChild(old);
  }

  /** Elements of this name in document order, `*` for all. The list does not change with the tree. */
  getElementsByTagName(name: string): PageElement[] {
    const wanted = name.toLowerCase();
    return elementsIn(this, ({ localName }) => wanted === "*" || localName.toLowerCase() === wanted);
  }

  /** For lists of names alone ("h1,h2"). */
  querySelectorAll(names: string): PageElement[] {
    const wanted = new Set(names.toLowerCase().split(/\s*,\s*/));
    return elementsIn(this, ({ localName }) => wanted.has(localName.toLowerCase()));
  }
}

/** The node after `at` in document order inside `root`; null after the last. */
export function nextIn(root: PageParent, at: PageNode): PageNode | null {
  if (at.firstChild) return at.firstChild;
  let node: PageNode | null = at;
  while (node && !node.nextSibling) node = node.parentNode === root ? null : node.parentNode;
  return node?.nextSibling ?? null;
}

function elementsIn(root: PageParent, isWanted: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  for (let at = root.firstChild; at; at = nextIn(root, at)) if (isElement(at) && isWanted(at)) found.push(at);
  return found;
}

export class PageFragment extends PageParent {
  readonly nodeType = 11;
  readonly nodeName = "#document-fragment";
}
