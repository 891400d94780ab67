import { ensurePrismaClient } from "./start/prisma-client";

// Runs after an install. `npm start` does the same when it is missing, so a failure here only says why.
await ensurePrismaClient().catch((error: unknown) => {
  console.error("Prisma's client could not be generated now; `npm start` and `npm test` try again.", error);
});
