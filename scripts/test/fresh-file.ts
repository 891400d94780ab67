import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Test files share a process, so that the modules under test are read once and not once a file. What the
 * code keeps beside its modules, and what a file changed in the environment, is gone before the next one.
 */
const kept = globalThis as { environmentBefore?: NodeJS.ProcessEnv };
kept.environmentBefore ??= { ...process.env };

for (const name of Object.keys(process.env)) if (!(name in kept.environmentBefore)) delete process.env[name];
Object.assign(process.env, kept.environmentBefore);

for (const name of Object.keys(globalThis))
  if (name.startsWith("countersign")) Reflect.deleteProperty(globalThis, name);

// The framework looks for it once, when its first module is read.
Object.assign(globalThis, { AsyncLocalStorage });
