import { runInstance } from "./start/run-instance";

await runInstance("production");
