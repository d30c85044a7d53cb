/** Text as names are compared: without case, and one blank where there are more. */
export const spelling = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
