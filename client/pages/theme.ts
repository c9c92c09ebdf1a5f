import { type Theme, themes } from "../components/kurs-site-header.ts";

// The same key stands in index.html, which sets the theme before the first paint.
const key = "kurs-theme";

/** The theme that the reader chose; the system's where none was chosen or storage is blocked. */
export function readTheme(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset.theme) ?? "system";
}

/** Shows the theme and keeps the choice, as far as the browser keeps anything. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the choice holds for this page only.
  }
}
