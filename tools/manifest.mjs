// Writes manifest.json beside the built assets: the content hash under which the plugin serves them, and their types.
// Usage: node tools/manifest.mjs FOLDER
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const types = {
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.wasm': 'application/wasm',
};

const folder = process.argv[2];
const names = (await readdir(folder)).filter((name) => path.extname(name) in types).sort();
const hash = createHash('sha256');
for (const name of names) {
    const content = await readFile(path.join(folder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
}
const files = Object.fromEntries(names.map((name) => [name, { type: types[path.extname(name)] }]));
const manifest = { hash: hash.digest('hex').slice(0, 16), files };
await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
