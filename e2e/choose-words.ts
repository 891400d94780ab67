import { expect, type Page } from "@playwright/test";

/** Chooses words in the open article with the mouse, as a person drags over them. */
export async function chooseWords(page: Page, words: string): Promise<void> {
  const text = page.getByRole("group", { name: /Text of the article/ });
  await expect(text).toBeVisible();
  const ends = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    let all = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("[data-not-text]")) continue;
      nodes.push(node as Text);
      all += (node as Text).data;
    }
    const from = all.indexOf(wanted);
    if (from < 0) return null;
    const place = (offset: number, atEnd: boolean) => {
      let left = offset;
      for (const node of nodes) {
        if (left < node.length || (atEnd && left === node.length)) {
          node.parentElement?.scrollIntoView({ block: "center" });
          const range = document.createRange();
          range.setStart(node, atEnd ? left - 1 : left);
          range.setEnd(node, atEnd ? left : left + 1);
          const box = range.getBoundingClientRect();
          return { x: atEnd ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 };
        }
        left -= node.length;
      }
      return null;
    };
    place(from, false);
    return [place(from, false), place(from + wanted.length, true), place(from, false)];
  }, words);
  const [, to, from] = ends ?? [];
  if (!from || !to) throw new Error(`The article does not say "${words}".`);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole("toolbar", { name: "Use the chosen words" })).toBeVisible();
}
