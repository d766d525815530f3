// Writes index.json beside the formats of the standalone page: what can be chosen there, leerlandschap first.
// Usage: node tools/formats.mjs FOLDER
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FIRST = 'leerlandschap';
const folder = process.argv[2];
const ids = (await readdir(folder)).filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== 'index.json')
    .map((name) => path.basename(name, '.json'));
ids.sort((one, other) => (other === FIRST) - (one === FIRST) || one.localeCompare(other));
const offers = await Promise.all(ids.map(async (id) => {
    const { title } = JSON.parse(await readFile(path.join(folder, `${id}.json`), 'utf8'));
    return { id, title };
}));
await writeFile(path.join(folder, 'index.json'), `${JSON.stringify(offers)}\n`);
