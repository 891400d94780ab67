/**
 * How fast readers are served: `npm run bench:reader -- [--claims N] [--json] [--keep]`. A verdict's page from the production
 * app, beside a bare route handler that sends the same bytes, a bare page that Next keeps, and nginx with the bytes in a
 * file; then the same behind deploy/nginx.conf, and how soon a correction is there.
 */
import { runBench } from "./run-bench";
import { measureReader } from "./reader/measure";

await runBench("reader", 10_000, measureReader);
