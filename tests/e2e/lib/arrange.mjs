// Arranges something in the throw-away Moodle site by a script on its server, or looks something up there.
import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../moodle/', import.meta.url));

/**
 * Runs PHP on the site's server, as the site's user.
 *
 * @param {object} site what seed.php wrote
 * @param {string[]} args of the program
 * @param {string|Buffer} [input] what it reads
 * @returns {Promise<string>} what it printed; rejects where it failed or complained
 */
export async function php(site, args, input = '') {
    const owner = await stat(site.dir);
    const identity = process.getuid() === 0 ? { uid: owner.uid, gid: owner.gid } : {};
    const options = ['max_input_vars=5000', 'memory_limit=1G', 'error_reporting=32767', 'display_errors=stderr',
        "sendmail_path=/bin/sh -c 'cat >/dev/null' --"].flatMap((option) => ['-d', option]);
    const child = spawn('php', [...options, ...args], {
        ...identity, cwd: site.dir, env: { PATH: process.env.PATH, HOME: site.dir, LC_ALL: 'C.UTF-8' },
    });
    let [out, complaints] = ['', ''];
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { complaints += chunk; });
    child.stdin.end(input);
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== 0 || complaints !== '') {
        throw new Error(`php ${args.join(' ')} ended with ${code}:\n${complaints}${out}`);
    }
    return out;
}

/**
 * Runs a PHP script of tests/moodle in a site. The script goes in on stdin, because the site's user may not
 * be allowed to read this work tree.
 *
 * @param {object} site what seed.php wrote
 * @param {string} script its file name
 * @param {string[]} args behind the path of the site's config.php
 * @returns {Promise<object>} the JSON it prints
 */
export async function runScript(site, script, args) {
    const source = await readFile(path.join(folder, script));
    return JSON.parse(await php(site, ['--', path.join(site.code, 'config.php'), ...args], source));
}

/**
 * @param {object} site
 * @param {string} what one of the arrangements of arrange.php
 * @param {object} values
 */
export function arrange(site, what, values = {}) {
    return runScript(site, 'arrange.php', [what, JSON.stringify(values)]);
}
