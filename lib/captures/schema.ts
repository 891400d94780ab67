import { z } from "zod";
import { text } from "../core/text-input";

export const expungeSchema = z.strictObject({ reason: text({ max: 1_000 }) });
