import { closeDb } from "../lib/core/db.server";
import { seedDemoDesk } from "../lib/demo/seed-demo.server";
import { closeQueue } from "../lib/jobs/queue.server";

/** Fills an empty database with the demo, through the same commands that people use. Needs `DATABASE_URL` and the signing key. */
export async function seedDemo(_options: { publicUrl: string; home: string }): Promise<void> {
  try {
    await seedDemoDesk();
  } finally {
    await closeQueue();
    await closeDb();
  }
}
