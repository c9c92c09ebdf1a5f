const place = "kurs-import-storing";

/** Keeps in this tab that a job stores its file, which the job itself tells only once it is over. */
export function keepStoring(job: string): void {
  try {
    sessionStorage.setItem(place, job);
  } catch {
    // Such a browser shows it as a file that is looked at, should the page be loaded again.
  }
}

/** Whether a job is the last of this tab that was to store its file. */
export function isStoring(job: string): boolean {
  try {
    return sessionStorage.getItem(place) === job;
  } catch {
    return false;
  }
}
