// Writes manifest.json beside the built assets: the content hash under which the plugin serves them, and of every file
// its type and its sizes in bytes, as it is and compressed. By these the plugin sees a file that is another build's.
// Usage: node tools/manifest.mjs FOLDER, once the files are compressed
import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const types = {
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.wasm': 'application/wasm',
};
const codings = ['', '.br', '.gz'];

const folder = process.argv[2];
const all = await readdir(folder);
const names = all.filter((name) => path.extname(name) in types).sort();
const hash = createHash('sha256');
const files = {};
for (const name of names) {
    const content = await readFile(path.join(folder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
    const sizes = {};
    for (const coding of codings.filter((ending) => all.includes(name + ending))) {
        sizes[coding] = (await stat(path.join(folder, name + coding))).size;
    }
    files[name] = { type: types[path.extname(name)], sizes };
}
const manifest = { hash: hash.digest('hex').slice(0, 16), files };
await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
