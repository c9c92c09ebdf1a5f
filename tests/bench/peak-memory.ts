const everyMs = 20;
const megabyte = 1024 * 1024;

/** What `work` gave, and how many MB this process held at most meanwhile, over what it held before. */
export async function withPeakMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; peakMb: number }> {
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const looking = setInterval(look, everyMs);
  const result = await work().finally(() => clearInterval(looking));
  look();
  return { result, peakMb: (peak - idle) / megabyte };
}
