import { PageParent, PageText, type PageFragment, type PageNode } from "./page-node";

class PageAttribute {
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
