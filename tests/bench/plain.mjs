// A site as others run it: without the debugging that the tests run with, which makes Moodle's own calls several times as
// slow. KEEP_DEBUGGING=1 measures with it.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @param {object} site what seed.php wrote
 * @param {() => Promise<T>} body what is measured meanwhile
 * @returns {Promise<T>}
 * @template T
 */
export async function withoutDebugging(site, body) {
    if (process.env.KEEP_DEBUGGING) {
        return body();
    }
    const config = path.join(site.code, 'config.php');
    const before = await readFile(config, 'utf8');
    try {
        await writeFile(config, before.replace(/^\$CFG->debug = \d+;/m, '$CFG->debug = 0;'));
        // PHP looks for changed files every two seconds.
        await new Promise((resolve) => { setTimeout(resolve, 3000); });
        return await body();
    } finally {
        await writeFile(config, before);
    }
}
