import type { Page } from "@playwright/test";

/** What says something by its colour alone where a person's own few colours stand for all others, one line each. */
export function lostWithoutColour(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "background:Canvas";
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const isSeen = (colour: string) => ![canvas, "none", "transparent", "rgba(0, 0, 0, 0)"].includes(colour);
    const hasEdge = (style: CSSStyleDeclaration) =>
      ["top", "right", "bottom", "left"].some(
        (side) =>
          parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
          style.getPropertyValue(`border-${side}-style`) !== "none" &&
          isSeen(style.getPropertyValue(`border-${side}-color`)),
      ) ||
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
    const isMarked = (element: Element) => {
      const style = getComputedStyle(element);
      return (
        hasEdge(style) || style.textDecorationLine.includes("underline") || isSeen(style.backgroundColor)
      );
    };
    const isBold = (element: Element) => Number(getComputedStyle(element).fontWeight) >= 600;
    const isDrawn = (shape: Element) => {
      const { fill, stroke, opacity } = getComputedStyle(shape);
      return Number(opacity) > 0 && (isSeen(fill) || isSeen(stroke));
    };
    const isShown = (element: Element) =>
      element.checkVisibility() && element.getBoundingClientRect().width > 1;
    const rules: [what: string, selector: string, holds: (element: Element) => boolean][] = [
      [
        "a mark",
        "mark:not(.passage), .passage-current, .passage-other, .passage-suggested, ins, td.bg-mark",
        isMarked,
      ],
      [
        "the current one",
        "nav [aria-current], [data-row][aria-current]",
        (one) => isMarked(one) || isBold(one),
      ],
      ["a control", ".control, .button:not(.button-quiet), button:not([class])", isMarked],
      ["a tag", ".tag, .number, .cite-number", isMarked],
      [
        "a shape",
        "svg :is(path, rect, circle, ellipse, polygon, line):not(defs *, mask *, clipPath *)",
        isDrawn,
      ],
    ];
    return rules.flatMap(([what, selector, holds]) =>
      [...document.querySelectorAll(selector)]
        .filter((element) => isShown(element) && !holds(element))
        .slice(0, 3)
        .map((element) => `${what} is only a colour: ${element.outerHTML.slice(0, 160)}`),
    );
  });
}

/**
 * What moves, or would as soon as something changes: a page at rest has nothing under way, so that its styles are asked. One
 * line for each kind of thing.
 */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSome = (seconds: string) => seconds.split(",").some((time) => parseFloat(time) > 0);
    const moves = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part);
      return (
        isSome(style.transitionDuration) ||
        isSome(style.transitionDelay) ||
        style.animationName !== "none" ||
        style.scrollBehavior === "smooth"
      );
    };
    const kinds = [...document.querySelectorAll("*")]
      .filter((element) => moves(element) || moves(element, "::before") || moves(element, "::after"))
      .map((element) => `would move: ${element.localName}.${element.classList.item(0) ?? ""}`);
    const underWay = document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map((animation) => `moves: ${animation.id || animation.constructor.name}`);
    return [...new Set([...kinds, ...underWay])];
  });
}

/** Controls in what answers to `over` that cannot be brought into sight, and how far the page scrolls sideways with it. */
export function outOfReach(page: Page, over: string): Promise<string[]> {
  return page.locator(over).evaluate((box) => {
    const controls = box.querySelectorAll<HTMLElement>("a, button, input, select, textarea, [role=option]");
    const lost = [...controls].filter((control) => {
      control.scrollIntoView({ block: "nearest" });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      return left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight;
    });
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return [
      ...lost.map((control) => `out of reach: ${control.outerHTML.slice(0, 160)}`),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  });
}

/** What lies wholly under something else when it gets the focus, forwards and backwards (WCAG 2.2, 2.4.11), and how far the page scrolls sideways. */
export function coveredOrTooWide(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const isInSight = (element: HTMLElement) =>
      [...element.getClientRects()].some((rect) =>
        [0.1, 0.5, 0.9].some((right) =>
          [0.15, 0.5, 0.85].some((down) => {
            const [x, y] = [rect.left + rect.width * right, rect.top + rect.height * down];
            const top = document.elementFromPoint(x, y);
            return top !== null && (element.contains(top) || top.closest("label")?.control === element);
          }),
        ),
      );
    const all = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
    ];
    // What has the focus already would not be brought into sight by getting it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const covered = [...all, ...all.toReversed()].filter((element) => {
      element.focus();
      return document.activeElement === element && !isInSight(element);
    });
    // What lies in the way may go out of it, a moment after.
    const settled = () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const lost: HTMLElement[] = [];
    for (const element of new Set(covered)) {
      element.blur();
      element.focus();
      await settled();
      if (!isInSight(element)) lost.push(element);
    }
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return [
      ...lost.slice(0, 5).map((element) => `covered: ${element.outerHTML.slice(0, 160)}`),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  });
}
