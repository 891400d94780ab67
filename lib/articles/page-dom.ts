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
    return this.parentNode instanceof PageElement ? this.parentNode : null;
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

function elementFrom(node: PageNode | null, on: "nextSibling" | "previousSibling"): PageElement | null {
  let at = node;
  while (at && !(at instanceof PageElement)) at = at[on];
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
    return (this.elements ??= this.childNodes.filter((node) => node instanceof PageElement));
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): PageElement | null {
    return this.first instanceof PageElement ? this.first : (this.first?.nextElementSibling ?? null);
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
  for (let at = root.firstChild; at; at = nextIn(root, at))
    if (at instanceof PageElement && isWanted(at)) found.push(at);
  return found;
}

export class PageFragment extends PageParent {
  readonly nodeType = 11;
  readonly nodeName = "#document-fragment";
}

export class PageAttribute {
  constructor(
    readonly name: string,
    public value: string,
  ) {}

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value);
  }
}

/** How an element writes and reads what is in it; set by the parser, which knows how. */
export type Markup = {
  write: (element: PageElement) => string;
  read: (html: string, into: PageElement) => PageNode[];
};

export class PageElement extends PageParent {
  readonly nodeType = 1;
  /** Of HTML in capitals, of drawings as written. */
  tagName: string;
  readonly attributes: PageAttribute[];
  /** Of a template: what is in it is no part of the page. */
  content: PageFragment | null = null;

  constructor(
    readonly ownerDocument: PageDocument,
    public localName: string,
    readonly namespaceURI: string,
    attributes: readonly { name: string; value: string }[],
  ) {
    super();
    this.tagName = namespaceURI.endsWith("/xhtml") ? localName.toUpperCase() : localName;
    this.attributes = attributes.map(({ name, value }) => new PageAttribute(name, value));
  }

  get nodeName(): string {
    return this.tagName;
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  set id(value: string) {
    this.setAttribute("id", value);
  }

  get className(): string {
    return this.getAttribute("class") ?? "";
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get src(): string | undefined {
    return this.tagName === "IMG" ? (this.getAttribute("src") ?? "") : undefined;
  }

  get srcset(): string | undefined {
    return this.tagName === "IMG" ? (this.getAttribute("srcset") ?? "") : undefined;
  }

  get innerHTML(): string {
    return this.ownerDocument.markup.write(this);
  }

  set innerHTML(html: string) {
    while (this.lastChild) this.removeChild(this.lastChild);
    for (const node of this.ownerDocument.markup.read(html, this)) this.appendChild(node);
  }

  getAttribute(name: string): string | null {
    for (const one of this.attributes) if (one.name === name) return one.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((one) => one.name === name);
    if (known) known.value = String(value);
    else this.attributes.push(new PageAttribute(name, String(value)));
  }

  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((one) => one.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }
}

export class PageDocument extends PageParent {
  readonly nodeType = 9;
  readonly nodeName = "#document";
  readonly __JSDOMParser__ = true;

  constructor(
    /** Where the page is; addresses in it are meant from here. */
    readonly documentURI: string,
    readonly markup: Markup,
  ) {
    super();
  }

  get baseURI(): string {
    const href = this.getElementsByTagName("base").find((base) => base.hasAttribute("href"));
    const given = href?.getAttribute("href") ?? "";
    return URL.canParse(given, this.documentURI) ? new URL(given, this.documentURI).href : this.documentURI;
  }

  get documentElement(): PageElement {
    return this.firstElementChild!;
  }

  get body(): PageElement | null {
    return this.documentElement.children.find(({ tagName }) => tagName === "BODY") ?? null;
  }

  /** Of the first `title`, white space squeezed, as a browser shows it. */
  get title(): string {
    const [title] = this.getElementsByTagName("title");
    return (title?.textContent ?? "").replace(/[\t\n\f\r ]+/g, " ").trim();
  }

  createElement(name: string): PageElement {
    return new PageElement(this, name.toLowerCase(), "http://www.w3.org/1999/xhtml", []);
  }

  createTextNode(data: string): PageText {
    return new PageText(data);
  }
}
