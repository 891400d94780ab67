import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RetractionForm } from "./retraction-form";

const banner = "under a banner that says that it is retracted.";

test.each([
  [1, [], `Version 1 stays readable, ${banner}`],
  [3, [], `Versions 1 to 3 stay readable, each ${banner}`],
  [2, [1], `Version 2 stays readable, ${banner} Version 1 is withheld from readers and stays so.`],
  [
    4,
    [2, 3],
    `Versions 1 and 4 stay readable, each ${banner} Versions 2 and 3 are withheld from readers and stay so.`,
  ],
  [1, [1], "Version 1 is withheld from readers and stays so."],
])(
  "of %i versions, of which %j are withheld, it promises no more than is true",
  (version, withheld, words) => {
    const html = renderToStaticMarkup(
      <RetractionForm claimId="c1" version={version} withheld={withheld} action={async () => null} />,
    );
    expect(html).toContain(`>${words}<`);
  },
);
