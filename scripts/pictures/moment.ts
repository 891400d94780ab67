import type { Page } from "playwright";
import type { Person } from "../../e2e/sessions";

/** What a page shows after something was done on it: `route` is the page on disk, `as` one of its addresses. */
export type Moment = {
  name: string;
  route: string;
  as?: string;
  who?: Person;
  act: (page: Page) => Promise<unknown>;
};
