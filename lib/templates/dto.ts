import type { OfferedTemplate } from "./template";

/** A template as the settings show it. */
export type TemplateDto = OfferedTemplate & { version: number; isRetired: boolean; updatedAt: string };
