// Adds up JUnit result files: prints `N passed, N failed, N skipped`, and fails where something failed or nothing ran.
// Usage: node tools/junit-count.mjs FILE…
import { readFile } from 'node:fs/promises';

const sum = { tests: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
    // The first test suite element holds the totals of all within it.
    const suite = /<testsuite\b[^>]*>/.exec(await readFile(file, 'utf8'))?.[0] ?? '';
    const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    sum.tests += number('tests');
    sum.failed += number('errors') + number('failures');
    sum.skipped += number('skipped');
}
console.log(`${sum.tests - sum.failed - sum.skipped} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.tests > 0 && sum.failed === 0 ? 0 : 1;
