const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML 1.0 allows in no form (§2.2): most control characters, lone surrogates, U+FFFE, U+FFFF. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text that may stand in an XML or HTML element or in a quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(forbidden, "\ufffd").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** An element with its text; attribute values and text are escaped. */
export function xmlElement(name: string, text: string, attributes: Record<string, string> = {}): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(value)}"`)];
  return text === "" ? `<${open.join(" ")}/>` : `<${open.join(" ")}>${xmlText(text)}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
