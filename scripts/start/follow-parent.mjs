// Loaded into a server: it ends, as if asked to, when the process that started it is gone, however that ended.
const parent = process.ppid;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 30_000).unref();
}, 1_000);
watch.unref();
