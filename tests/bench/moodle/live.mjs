// What the end-to-end tests measure on the way: after how long the others see a change, and how far a new course
// designer is from the first vote.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { row } from '../table.mjs';

const specs = ['live', 'designer'].map((name) => fileURLToPath(new URL(`../../e2e/moodle/${name}.spec.mjs`, import.meta.url)));
const { stdout } = await promisify(execFile)('node', ['--test', '--test-concurrency=1', '--test-reporter=spec', ...specs],
    { env: { ...process.env, CHANGES_WITHIN_MS: '3000' } });
const [, changes] = stdout.match(/changes seen by the others after \(ms\): (.*)/);
row('changes seen by the others', `${Math.max(...changes.match(/\d+/g).map(Number))} ms at most`, '≤ 3000 ms');
row('', changes);
const [, clicks] = stdout.match(/from the activity chooser to the first vote: (.*)/);
row('from the activity chooser to the first vote', clicks, '≤ 6 clicks, ≤ 60 s');
