/** A token that writes, and the label that it was given when it was made. */
export interface KeptToken {
  token: string;
  label: string;
}

/** Dispatches `change` when a token is kept or forgotten. */
export const tokenChanges = new EventTarget();

const place = "kurs-token";
/** For browsers that keep nothing for a page: until it is left. */
let inMemory: KeptToken | null = null;

/** The token of this tab; null where none was given, or it was forgotten. */
export function readToken(): KeptToken | null {
  if (inMemory) return inMemory;
  try {
    const [token, label] = (sessionStorage.getItem(place) ?? "").split(" ", 2);
    return token && label !== undefined ? { token, label: decodeURIComponent(label) } : null;
  } catch {
    return null;
  }
}

/** Keeps a token until the tab is closed, and in no other tab. */
export function keepToken({ token, label }: KeptToken): void {
  inMemory = { token, label };
  try {
    sessionStorage.setItem(place, `${token} ${encodeURIComponent(label)}`);
  } catch {
    // Kept in memory, then.
  }
  tell();
}

/** Forgets the token of this tab. */
export function forgetToken(): void {
  inMemory = null;
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
  tell();
}

function tell(): void {
  tokenChanges.dispatchEvent(new Event("change"));
}
