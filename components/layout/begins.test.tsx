import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OriginalsList } from "@/components/articles/originals-list";
import { QueueEmpty } from "@/components/claims/queue-empty";
import { WhatGetsADay } from "@/components/shelf-life/what-gets-a-day";
import { Begins } from "./begins";
import { places } from "./places";

const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

it("a list that is empty because nothing was begun leads to what begins, not to another empty list", () => {
  const ways = [places.newClaim, places.addArticle, places.importSheet];
  expect(links(renderToStaticMarkup(<Begins />))).toEqual(ways);
  expect(links(renderToStaticMarkup(<QueueEmpty why="none" wide />)).sort()).toEqual([...ways].sort());
  const originals = renderToStaticMarkup(<OriginalsList originals={[]} nextHref={null} isFirstPage />);
  expect(links(originals)[0]).toBe(places.addArticle);
});

it("only whoever may set how long what is published holds is led to where that is set", () => {
  expect(links(renderToStaticMarkup(<WhatGetsADay maySet />))).toEqual([places.shelfLife]);
  expect(links(renderToStaticMarkup(<WhatGetsADay maySet={false} />))).toEqual([]);
});
