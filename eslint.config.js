import importX from "eslint-plugin-import-x";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";

/** Shell files touch the database, the clock, the network; everything else in lib/ is pure. */
const shell = [
  "lib/claims/dossier-rows.ts",
  "lib/**/queries.ts",
  "lib/**/queries/*.ts",
  "lib/**/commands.ts",
  "lib/**/commands/*.ts",
  "lib/**/*.server.ts",
  "lib/jobs/*.ts",
];
const tests = ["**/*.test.ts", "**/*.test.tsx", "e2e/**", "scripts/**", "bench/**", "prisma/**"];

export const shellOnlyImports = {
  paths: [
    "next",
    "react",
    "@prisma/client",
    "pg",
    "pg-boss",
    "node:fs",
    "node:net",
    "node:http",
    "node:https",
    "node:dns",
    "undici",
    "server-only",
  ].map((name) => ({
    name,
    message: "Pure files of lib/ take plain data: move this to queries, commands or a *.server.ts file.",
  })),
  patterns: [
    {
      group: [
        "next/*",
        "**/prisma/generated/*",
        "**/prisma/client",
        "**/*.server",
        "**/queries",
        "**/commands",
        "**/commands/*",
      ],
      message: "Pure files of lib/ do not import the shell.",
    },
    { group: ["**/app/*", "**/components/*"], message: "lib/ does not know the surface." },
  ],
};

export const viewImports = {
  patterns: [
    {
      group: [
        "@/app/*",
        "**/*.server",
        "**/queries",
        "**/commands",
        "**/commands/*",
        "**/prisma/*",
        "@prisma/*",
      ],
      message: "Components take data and callbacks as props.",
    },
  ],
};

export const surfaceImports = {
  patterns: [
    {
      group: ["**/prisma/client", "**/prisma/generated/*", "@prisma/*"],
      message: "Prisma is imported in shell files, seed and tests only.",
    },
  ],
};

/** ASVS 1.2.4: SQL is written as templates, which keep values apart. */
const sqlOfStrings = {
  selector:
    "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/], MemberExpression[object.name='Prisma'][property.name='raw']",
  message: "Write SQL as a template of $queryRaw or Prisma.sql: values stay values.",
};

/** ASVS 1.2.1, 3.2.2: what is put into a page as HTML is our own style sheet or the JSON-LD, which escapes itself. */
const htmlOfStrings = {
  selector:
    "JSXAttribute[name.name='dangerouslySetInnerHTML']:not(:has(Identifier[name='readerStyles'])):not(:has(MemberExpression[property.name='jsonLd']))",
  message: "Draw it with elements: text stays text.",
};

export default tseslint.config(
  {
    ignores: [
      "**/.next/**",
      "node_modules/**",
      "prisma/generated/**",
      "next-env.d.ts",
      ".data/**",
      "**/fixtures/**",
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-cycle": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["lib/**/*.ts"],
    ignores: [...shell, ...tests],
    rules: { "no-restricted-imports": ["error", shellOnlyImports] },
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    ignores: tests,
    rules: { "no-restricted-imports": ["error", viewImports] },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: tests,
    rules: { "no-restricted-imports": ["error", surfaceImports] },
  },
  {
    files: ["app/**/*.{ts,tsx}", "lib/**/*.ts"],
    // The first passes on what pg-boss wrote, with its values apart; the other's text is a constant.
    ignores: [...tests, "lib/jobs/queue.server.ts", "lib/publications/index-publication.server.ts"],
    rules: { "no-restricted-syntax": ["error", sqlOfStrings, htmlOfStrings] },
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", htmlOfStrings] },
  },
  {
    // ASVS 1.3.12: a pattern that can read one text in many ways takes for ever on a text made for it.
    files: [
      "app/**/*.{ts,tsx}",
      "components/**/*.{ts,tsx}",
      "lib/**/*.ts",
      "scripts/**/*.{ts,mjs}",
      "proxy.ts",
    ],
    ignores: ["**/*.test.{ts,tsx}"],
    plugins: { regexp },
    rules: { "regexp/no-super-linear-backtracking": ["error", { report: "potential" }] },
  },
  // A catalogue is data, also where it is made by a function.
  { files: ["lib/words/*/*.ts"], rules: { "max-lines-per-function": "off" } },
  { files: [...tests, "**/*.mjs"], rules: { "max-lines-per-function": "off", "no-console": "off" } },
  {
    files: ["components/**/*.tsx", "app/**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }] },
  },
);
