// Prints what tests/bench/moodle/crowd.mjs has measured on several sites in one table: node table.mjs FILE
import { readFile } from 'node:fs/promises';
import { sideBySide } from './told.mjs';

const text = await readFile(process.argv[2], 'utf8');
sideBySide(text.split('\n').filter(Boolean).map((line) => JSON.parse(line)));
