type Element = { $$typeof: symbol; type: unknown; props: Record<string, unknown> };

const isElement = (one: object): one is Element => "$$typeof" in one && "props" in one;

/**
 * Every text in what a page drew, also of components below it: of those that answer without a browser by asking them, of
 * the others by what they are given. For tests of what may stand on a page; an address is a text too.
 */
export async function wordsDrawn(drawn: unknown): Promise<string> {
  const words: string[] = [];
  const seen = new WeakSet();
  const walk = async (one: unknown): Promise<void> => {
    if (typeof one === "string" || typeof one === "number") return void words.push(String(one));
    if (typeof one !== "object" || one === null) return;
    if (one instanceof Promise) return walk(await one);
    if (seen.has(one)) return;
    seen.add(one);
    if (!isElement(one)) {
      for (const part of Array.isArray(one) ? one : Object.values(one)) await walk(part);
      return;
    }
    // Whatever holds state throws outside a browser's tree: what it is given is still looked through.
    if (typeof one.type === "function") await walk(await asked(one.type as Component, one.props));
    await walk(one.props);
  };
  await walk(drawn);
  return words.join("\n");
}

type Component = (props: object) => unknown;

async function asked(component: Component, props: object): Promise<unknown> {
  try {
    return await component(props);
  } catch (error) {
    // What Next is told by throwing, such as that nothing is there, is the page's answer.
    if (typeof (error as { digest?: unknown }).digest === "string") throw error;
    return null;
  }
}
