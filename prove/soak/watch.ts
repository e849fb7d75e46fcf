import { createHistogram } from 'node:perf_hooks';

const outageAfter = 1_000;

/** Watches how a soak goes: what was answered and how soon, how often no answer came, and for how long at a time. */
export const watch = (now: () => number) => {
  const latency = createHistogram();
  const faults = new Map<string, number>();
  const outages: number[] = [];
  let accepted = 0;
  let refused = 0;
  let again = 0;
  let lastAnswer = now();

  const answered = (): void => {
    const gap = now() - lastAnswer;
    if (gap > outageAfter) outages.push(gap);
    lastAnswer = now();
  };

  return {
    accepted: (took: number, duplicate: boolean): void => {
      answered();
      accepted += 1;
      if (duplicate) again += 1;
      latency.record(Math.max(1, Math.round(took * 1000)));
    },
    refused: (): void => {
      answered();
      refused += 1;
    },
    fault: (code: string): void => {
      faults.set(code, (faults.get(code) ?? 0) + 1);
    },
    line: (): string => `${accepted} accepted, ${refused} refused, ${outages.length} outages`,
    summary: (seconds: number): string => {
      const milliseconds = (percentile: number): string => (latency.percentile(percentile) / 1000).toFixed(1);
      const each = [...faults].map(([code, count]) => `${count} ${code}`).join(', ') || 'none';
      const longest = (Math.max(0, ...outages) / 1000).toFixed(1);
      return [
        `commands: ${accepted} accepted (${Math.round(accepted / seconds)}/s; ${again} of them known already when repeated), ${refused} refused`,
        `outages of more than a second: ${outages.length}, the longest ${longest} s`,
        `commands repeated after: ${each}`,
        `milliseconds to an answer: p50 ${milliseconds(50)}, p99 ${milliseconds(99)}, most ${milliseconds(100)}`,
      ].join('\n');
    },
  };
};
