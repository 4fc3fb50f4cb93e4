// A reporter that lists the slowest tests at the end, so that a slow one is seen when it is written.
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const LISTED = 10;

export default class Slowest implements Reporter {
  readonly #took: { title: string; seconds: number }[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, , file, ...names] = test.titlePath();
    this.#took.push({ title: `${file} › ${names.join(" › ")}`, seconds: result.duration / 1_000 });
  }

  onEnd(): void {
    const slowest = this.#took.sort((one, other) => other.seconds - one.seconds).slice(0, LISTED);
    console.log(`\nThe ${slowest.length} slowest tests:`);
    for (const { title, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${title}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
