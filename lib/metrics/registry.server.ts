import "server-only";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { logger } from "../core/log-problem.server";
import { jobsWaiting, logCounts, poolCounts } from "./queries";

type Measures = {
  registry: Registry;
  requests: Counter<"route" | "method" | "status">;
  durations: Histogram<"route">;
};
const held = globalThis as { countersignMeasures?: Measures };

/** A gauge that is asked for when it is read. The database being away leaves it out and breaks nothing else. */
function addGauge(
  registry: Registry,
  spec: { name: string; help: string; labelNames: string[] },
  rows: () => Promise<{ labels: Record<string, string>; value: number }[]>,
): void {
  new Gauge({
    ...spec,
    registers: [registry],
    async collect() {
      this.reset();
      try {
        for (const { labels, value } of await rows()) this.set(labels, value);
      } catch (error) {
        logger.warn({ err: error, metric: spec.name }, "a metric could not be read");
      }
    },
  });
}

function addDeskGauges(registry: Registry): void {
  addGauge(
    registry,
    {
      name: "countersign_jobs",
      help: "Jobs not finished, by queue and state.",
      labelNames: ["queue", "state"],
    },
    jobsWaiting,
  );
  addGauge(
    registry,
    { name: "countersign_log_entries", help: "Log entries, sealed and not yet.", labelNames: ["state"] },
    logCounts,
  );
  addGauge(
    registry,
    { name: "countersign_db_pool", help: "Connections of this process.", labelNames: ["state"] },
    async () => poolCounts(),
  );
}

function make(): Measures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addDeskGauges(registry);
  return {
    registry,
    requests: new Counter({
      name: "countersign_http_requests_total",
      help: "Requests answered, by class of address, method and status.",
      labelNames: ["route", "method", "status"],
      registers: [registry],
    }),
    durations: new Histogram({
      name: "countersign_http_request_duration_seconds",
      help: "Time from request to the end of its answer, by class of address; streams are left out.",
      labelNames: ["route"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
  };
}

/** The process's measures, made once: the framework bundles this file into many. */
export function measures(): Measures {
  held.countersignMeasures ??= make();
  return held.countersignMeasures;
}
