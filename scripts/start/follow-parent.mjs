// Loaded into the web server: it ends when the start script that keeps its database is gone, however that ended.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1_000).unref();
