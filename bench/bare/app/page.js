import { readFileSync } from "node:fs";

export const dynamic = "force-static";

/** The same words as the reader's page, as a page that Next makes once and keeps. */
export default function Page() {
  const html = readFileSync(process.env.BENCH_PAGE, "utf8");
  const body = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? html;
  return <main dangerouslySetInnerHTML={{ __html: body }} />;
}
