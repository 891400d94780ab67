"use client";

import { createContext } from "react";

/**
 * Whether what the form around it sent is done, though the page that shows it is still on its way: no button says then that it
 * is under way, beside a notice that it is done.
 */
export const IsAnswered = createContext(false);
