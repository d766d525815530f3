// Minifies the plugin's AMD modules into amd/build as Moodle's own build does: named, with a source map.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const component = 'mod_leerlandschap';
const amd = fileURLToPath(new URL('../moodle-plugin/amd/', import.meta.url));

/** requirejs.php concatenates the modules, so each needs its name. Sources are written as `define([…], …)`. */
function named(source, module) {
    const start = /^define\(\s*(?=[[f(])/m;
    if (!start.test(source)) {
        throw new Error(`${module}: write it as an AMD module without a name: define([...], function...)`);
    }
    return source.replace(start, `define("${component}/${module}", `);
}

await mkdir(path.join(amd, 'build'), { recursive: true });
for (const file of (await readdir(path.join(amd, 'src'))).filter((name) => name.endsWith('.js'))) {
    const module = path.basename(file, '.js');
    const source = await readFile(path.join(amd, 'src', file), 'utf8');
    const { code, map } = await minify({ [`../src/${file}`]: named(source, module) }, {
        format: { comments: /^!/ },
        sourceMap: { filename: `${module}.min.js`, url: `${module}.min.js.map`, includeSources: true },
    });
    await writeFile(path.join(amd, 'build', `${module}.min.js`), `${code}\n`);
    await writeFile(path.join(amd, 'build', `${module}.min.js.map`), `${map}\n`);
}
