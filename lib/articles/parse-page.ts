import { html, parse, parseFragment, serialize, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { PageDocument, PageElement } from "./page-dom";
import { PageComment, PageDoctype, PageFragment, PageNode, PageText, type PageParent } from "./page-node";

type PageTypes = TreeAdapterTypeMap<
  PageNode,
  PageParent,
  PageNode,
  PageDocument,
  PageFragment,
  PageElement,
  PageComment,
  PageText,
  PageElement,
  PageDoctype
>;

/** Builds and reads our tree for parse5, which parses as the HTML standard has it: every browser's tree of the same page. */
function adapterOf(page: PageDocument): TreeAdapter<PageTypes> {
  const insertText = (parent: PageParent, text: string, before: PageNode | null) => {
    const beside = before ? before.previousSibling : parent.lastChild;
    if (beside instanceof PageText) beside.data += text;
    else parent.insertBefore(new PageText(text), before);
  };
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  return {
    createDocument: () => page,
    createDocumentFragment: () => new PageFragment(),
    createElement: (name, namespace, attributes) => new PageElement(page, name, namespace, attributes),
    createCommentNode: (data) => new PageComment(data),
    createTextNode: (data) => new PageText(data),
    appendChild: (parent, node) => void parent.appendChild(node),
    insertBefore: (parent, node, before) => void parent.insertBefore(node, before),
    detachNode: (node) => node.remove(),
    insertText: (parent, text) => insertText(parent, text, null),
    insertTextBefore: insertText,
    adoptAttributes: (element, attributes) => {
      for (const { name, value } of attributes)
        if (!element.hasAttribute(name)) element.setAttribute(name, value);
    },
    setTemplateContent: (template, content) => void (template.content = content),
    getTemplateContent: (template) => template.content ?? new PageFragment(),
    setDocumentType: (document, name) => {
      const known = document.childNodes.find((node) => node instanceof PageDoctype);
      if (!known) document.appendChild(new PageDoctype(name));
    },
    setDocumentMode: (_, found) => void (mode = found),
    getDocumentMode: () => mode,
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => node.childNodes,
    getParentNode: (node) => node.parentNode,
    getAttrList: ({ attributes }) => attributes,
    getTagName: ({ localName }) => localName,
    getNamespaceURI: ({ namespaceURI }) => namespaceURI as html.NS,
    getTextNodeContent: ({ data }) => data,
    getCommentNodeContent: ({ data }) => data,
    getDocumentTypeNodeName: ({ nodeName }) => nodeName,
    getDocumentTypeNodePublicId: () => "",
    getDocumentTypeNodeSystemId: () => "",
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation: () => undefined,
    isTextNode: (node): node is PageText => node instanceof PageText,
    isCommentNode: (node): node is PageComment => node instanceof PageComment,
    isDocumentTypeNode: (node): node is PageDoctype => node instanceof PageDoctype,
    isElementNode: (node): node is PageElement => node instanceof PageElement,
  };
}

/** The tree of a page at `url`. Nothing in it runs, loads or is shown; no input throws. */
export function parsePage(source: string, url: string | null): PageDocument {
  const page: PageDocument = new PageDocument(url ?? "about:blank", {
    write: (element) => serialize<PageTypes>(element, { treeAdapter, scriptingEnabled: false }),
    read: (markup, into) =>
      parseFragment<PageTypes>(into, markup, { treeAdapter, scriptingEnabled: false }).childNodes,
  });
  const treeAdapter = adapterOf(page);
  return parse<PageTypes>(source, { treeAdapter, scriptingEnabled: false });
}
