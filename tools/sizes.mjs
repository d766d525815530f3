// Prints the sizes of what the exercise needs before it can be used, of what follows, of what the editor needs
// besides, of the big screen, of the report and of what writes Word files; with --check it fails above the budget of any of them.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'moodle-plugin/build');
const budget = JSON.parse(await readFile(path.join(root, 'tools/budget.json'), 'utf8'));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const size = async (name) => (await stat(path.join(folder, name))).size;
const line = (cells) => console.log(cells[0].padEnd(20) + cells.slice(1).map((cell) => cell.padStart(11)).join(''));

/** Prints one budget; fails where it is exceeded. */
async function check(what, { files, gzip_limit: limit, gzip_goal: goal }) {
    const total = { raw: 0, gzip: 0, brotli: 0 };
    line([what, 'raw', 'gzip', 'brotli']);
    for (const name of files) {
        const sizes = { raw: await size(name), gzip: await size(`${name}.gz`), brotli: await size(`${name}.br`) };
        for (const key of Object.keys(total)) {
            total[key] += sizes[key];
        }
        line([name, ...Object.values(sizes).map(kilobytes)]);
    }
    line(['total', ...Object.values(total).map(kilobytes)]);
    console.log(`budget: ${kilobytes(limit)} gzip, goal ${kilobytes(goal)}`);
    if (total.gzip > limit) {
        console.error(`✗ ${kilobytes(total.gzip - limit)} over the budget`);
        process.exitCode = process.argv.includes('--check') ? 1 : 0;
    }
}

await check('exercise', budget.exercise);
await check('whole app, after it', budget.whole);
await check('editor, besides', budget.editor);
await check('big screen', budget.bigscreen);
await check('report', budget.report);
await check('Word files', budget.document);
