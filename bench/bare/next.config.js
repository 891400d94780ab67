import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  experimental: { isrFlushToDisk: false },
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
};
