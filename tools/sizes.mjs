// Prints the sizes of what the exercise needs before it can be used; with --check it fails above the budget.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'moodle-plugin/build');
const budget = JSON.parse(await readFile(path.join(root, 'tools/budget.json'), 'utf8'));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const size = async (name) => (await stat(path.join(folder, name))).size;
const line = (cells) => console.log(cells[0].padEnd(20) + cells.slice(1).map((cell) => cell.padStart(11)).join(''));

const total = { raw: 0, gzip: 0, brotli: 0 };
line(['', 'raw', 'gzip', 'brotli']);
for (const name of budget.files) {
    const sizes = { raw: await size(name), gzip: await size(`${name}.gz`), brotli: await size(`${name}.br`) };
    for (const key of Object.keys(total)) {
        total[key] += sizes[key];
    }
    line([name, ...Object.values(sizes).map(kilobytes)]);
}
line(['total', ...Object.values(total).map(kilobytes)]);
console.log(`budget: ${kilobytes(budget.gzip_limit)} gzip, goal ${kilobytes(budget.gzip_goal)}`);
if (total.gzip > budget.gzip_limit) {
    console.error(`✗ ${kilobytes(total.gzip - budget.gzip_limit)} over the budget`);
    process.exitCode = process.argv.includes('--check') ? 1 : 0;
}
