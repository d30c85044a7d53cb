/** Where the reader's choice of theme is kept; absent means "as the system says". */
export const THEME_KEY = "theme";

/** Sets the chosen theme on <html> before anything is painted, so that no page flashes in the other one. */
export const themeScript = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
