// Minifies a script, or the stylesheets of a folder as one in the order of their names.
// Usage: node tools/minify.mjs js FROM TO | css FOLDER TO
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'lightningcss';
import { minify } from 'terser';

/** The glue of wasm-bindgen and our loader are native modules. */
async function script(from) {
    const { code } = await minify(await readFile(from, 'utf8'), {
        module: true,
        compress: { passes: 2 },
        format: { comments: false },
    });
    return code;
}

async function stylesheet(folder) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
    if (names.length === 0) {
        throw new Error(`${folder} holds no stylesheet`);
    }
    const sheets = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    const { code, warnings } = transform({
        filename: folder,
        code: Buffer.from(sheets.join('\n')),
        minify: true,
    });
    if (warnings.length > 0) {
        throw new Error(warnings.map((warning) => `${folder}: ${warning.message}`).join('\n'));
    }
    return code;
}

const [kind, from, to] = process.argv.slice(2);
const kinds = { js: script, css: stylesheet };
if (!(kind in kinds) || !from || !to) {
    throw new Error('usage: minify.mjs js FROM TO | css FOLDER TO');
}
await writeFile(to, await kinds[kind](from));
