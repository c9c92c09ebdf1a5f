/** How a server stops, told to whoever has to know: first it drains, and some seconds later it cuts what still runs. */
export interface Shutdown {
  /** Aborts when no new work should come: what is asked is still answered, and each connection ends with its answer. */
  draining: AbortSignal;
  /** Aborts when waiting is over: what still runs stops, and stores nothing. */
  cutting: AbortSignal;
}
