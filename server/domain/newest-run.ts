/** The newest rates of a series in a file for as long as they stay the same. The rates may come in any order. */
export class NewestRun {
  /** Decimal text. */
  value: string;
  /** The oldest and the newest day of the run. */
  from: string;
  to: string;
  /** The line of the newest day. */
  line: number;
  /** Whether the file has no older rate that differs, so that the run may begin before the file. */
  isOpen = true;

  constructor(start: string, value: string, line: number) {
    this.value = value;
    this.from = start;
    this.to = start;
    this.line = line;
  }

  /**
   * Takes the next rate of the file. The run is never longer than the true one; it may be shorter where the file is in
   * no order.
   */
  add(start: string, value: string, line: number): void {
    const isSame = value === this.value;
    const isNewer = start > this.to;
    if (isNewer) {
      this.to = start;
      this.line = line;
      this.value = value;
    }
    if (isSame) {
      if (start < this.from && this.isOpen) this.from = start;
    } else {
      this.isOpen = false;
      if (start >= this.from) this.from = this.to;
    }
  }
}
