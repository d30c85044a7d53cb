/** Where the reader's choice of theme is kept; absent means "as the system says". */
export const THEME_KEY = "theme";
