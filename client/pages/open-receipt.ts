import type { LitElement } from "lit";
import type { Reader } from "./reader.ts";

/** A published number that a shown one is, or is made of. */
export interface ReceiptLeg {
  /** As the API names it: `FX/D.USD.KGS.MARKET`. */
  series: string;
  period: string;
  /** The decimals that the number is shown with. */
  decimals?: number;
}

/** Which number's origin is wanted. */
export interface ReceiptWish {
  legs: readonly ReceiptLeg[];
  /** The number as it is shown, with its unit and day; empty where the receipt itself says enough. */
  told: string;
  /** How the shown number is made of the legs; left out where it is the leg's own. */
  derived?: "inverse" | "cross" | "derived" | null;
  /** The day whose state of the figures is shown; null is now. */
  asOf: string | null;
}

/**
 * Opens the receipt of a number over the page that `host` belongs to. The code for it comes with the first one. When it
 * closes, the focus goes back to where it was.
 */
export function openReceipt(host: LitElement & Reader, wish: ReceiptWish): void {
  void import("./kurs-receipt-dialog.ts").then(() => {
    const dialog = document.createElement("kurs-receipt-dialog");
    dialog.texts = host.texts;
    dialog.locale = host.locale;
    dialog.wish = wish;
    host.renderRoot.append(dialog);
  });
}
