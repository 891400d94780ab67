import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? "none");
}

/** Code that breaks the direction of imports; each sample must be refused, or the guard has rotted. */
const bad: [string, string, string][] = [
  [
    "a pure file imports the shell",
    "lib/claims/workflow.ts",
    'import { db } from "../core/db.server";\nexport const x = db;\n',
  ],
  [
    "a pure file imports queries",
    "lib/figures/figure.ts",
    'import { openClaim } from "../claims/queries";\nexport const x = openClaim;\n',
  ],
  [
    "a pure file reads files",
    "lib/quotes/fold.ts",
    'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n',
  ],
  [
    "a pure file imports react",
    "lib/quotes/fold.ts",
    'import { cache } from "react";\nexport const x = cache;\n',
  ],
  [
    "lib imports a component",
    "lib/claims/slug.ts",
    'import { Pill } from "@/components/ui/pill";\nexport const x = Pill;\n',
  ],
  [
    "a component imports a query",
    "components/claims/gate-list.tsx",
    'import { openClaim } from "@/lib/claims/queries";\nexport const x = openClaim;\n',
  ],
  [
    "a component imports prisma",
    "components/ui/pill.tsx",
    'import { prismaOn } from "@/prisma/client";\nexport const x = prismaOn;\n',
  ],
  [
    "a page imports prisma",
    "app/(desk)/desk/page.tsx",
    'import { prismaOn } from "@/prisma/client";\nexport const x = prismaOn;\n',
  ],
];

describe("the direction of imports", () => {
  it.each(bad)("is refused when %s", async (_what, filePath, code) => {
    expect(await complaints(filePath, code)).toContain("no-restricted-imports");
  });

  it("allows a page to read through a query", async () => {
    const code = 'import { openClaim } from "@/lib/claims/queries";\nexport const x = openClaim;\n';
    expect(await complaints("app/(desk)/desk/page.tsx", code)).not.toContain("no-restricted-imports");
  });

  it("refuses a file that grew past 300 lines", async () => {
    const code = Array.from({ length: 301 }, (_, n) => `export const a${n} = ${n};`).join("\n");
    expect(await complaints("lib/claims/slug.ts", code)).toContain("max-lines");
  });
}, 60_000);

describe("texts that would become code", () => {
  it.each([
    [
      "SQL",
      "lib/claims/queries.ts",
      "export const x = (db: { $queryRawUnsafe: (s: string) => void }) => db.$queryRawUnsafe(`a`);\n",
    ],
    [
      "SQL of a part",
      "lib/claims/queries.ts",
      'import { Prisma } from "x";\nexport const x = Prisma.raw("a");\n',
    ],
    [
      "HTML",
      "components/ui/pill.tsx",
      "export const X = (p: { h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;\n",
    ],
    [
      "HTML of a page",
      "app/(desk)/desk/page.tsx",
      "export const X = (p: { h: string }) => <p dangerouslySetInnerHTML={{ __html: p.h }} />;\n",
    ],
  ])("are refused: %s", async (_what, filePath, code) => {
    expect(await complaints(filePath, code)).toContain("no-restricted-syntax");
  });
});
