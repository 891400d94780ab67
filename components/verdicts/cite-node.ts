import { InputRule, Node } from "@tiptap/core";
import { citeLabel, type Citable } from "./cite-label";

/** A citation as one piece in the text; in Markdown it is `[^evidenceId]` or `[^background]`. */
export function citeNode(citable: readonly Citable[]) {
  return Node.create({
    name: "cite",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ id: { default: "" } }),
    parseHTML: () => [
      { tag: "span[data-cite]", getAttrs: (element) => ({ id: element.getAttribute("data-cite") ?? "" }) },
    ],
    renderHTML: ({ node }) => {
      const id = String(node.attrs.id);
      return ["span", { "data-cite": id }, citeLabel(id, citable)];
    },
    renderText: ({ node }) => `[^${String(node.attrs.id)}]`,
    // "[^2]" as it is typed becomes the citation; a number without evidence stays text.
    addInputRules() {
      return [
        new InputRule({
          find: /\[\^(\d+|background)\]$/,
          handler: ({ state, range, match }) => {
            const found = citable.find(({ number }) => String(number) === match[1]);
            const id = match[1] === "background" ? "background" : found?.id;
            if (!id) return null;
            state.tr.replaceWith(range.from, range.to, this.type.create({ id }));
            return undefined;
          },
        }),
      ];
    },
    markdownTokenName: "cite",
    markdownTokenizer: {
      name: "cite",
      level: "inline",
      start: (source) => source.indexOf("[^"),
      tokenize: (source) => {
        const found = /^\[\^([\w-]+)\]/.exec(source);
        return found ? { type: "cite", raw: found[0], text: found[1] } : undefined;
      },
    },
    parseMarkdown: (token, helpers) => helpers.createNode("cite", { id: token.text ?? "" }),
    renderMarkdown: (node) => `[^${String(node.attrs?.id ?? "")}]`,
  });
}
