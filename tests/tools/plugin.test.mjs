// What Moodle's checks of plugins look at besides PHP: upgrade steps, AMD modules, and that versions agree.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const plugin = path.join(root, 'moodle-plugin');
const read = (file) => readFile(path.join(plugin, file), 'utf8');
const present = async () => Number(/\$plugin->version = (\d{10});/.exec(await read('version.php'))[1]);

test('every upgrade step ends with its own savepoint, in order, and none is newer than the plugin', async () => {
    const source = await read('db/upgrade.php');
    const body = /^function xmldb_leerlandschap_upgrade\(\$oldversion\) \{\n([\s\S]*?)^\}/m.exec(source)[1];
    const steps = [...body.matchAll(/^ {4}if \(\$oldversion < (\d+)\) \{\n([\s\S]*?)^ {4}\}\n/gm)];
    assert.ok(steps.length >= 4);
    assert.equal(body.match(/\$oldversion/g).length, steps.length, 'each asks for the old version once');
    for (const [, version, step] of steps) {
        const savepoints = step.match(/upgrade_\w+_savepoint\(.*\);/g);
        assert.deepEqual(savepoints, [`upgrade_mod_savepoint(true, ${version}, 'leerlandschap');`]);
        assert.ok(step.trimEnd().endsWith(savepoints[0]), `${version}: nothing follows its savepoint`);
    }
    const versions = steps.map(([, version]) => Number(version));
    assert.deepEqual(versions, [...new Set(versions)].sort((a, b) => a - b));
    assert.ok(versions.at(-1) <= await present(), `version.php is older than the step of ${versions.at(-1)}`);
    assert.deepEqual(source.match(/return true;/g), ['return true;']);
});

test('tables that differ from those of the first release come with an upgrade step', async () => {
    const version = /\$plugin->version = (\d+);/.exec(await read('../tests/moodle/first_release/version.php'))[1];
    assert.match(await read('tests/fixtures/first_release/first_release.php'), new RegExp(`VERSION = ${version};`));
    const fields = (xml) => [...xml.matchAll(/<TABLE NAME="(\w+)"|<FIELD NAME="(\w+)"/g)].map(([, table, field]) => table ?? field);
    const upgrade = await read('db/upgrade.php') + await read('db/upgradelib.php');
    const known = new Set(fields(await read('tests/fixtures/first_release/db/install.xml')));
    const unnamed = fields(await read('db/install.xml')).filter((name) => !known.has(name) && !upgrade.includes(`'${name}'`));
    assert.deepEqual(unnamed, []);
});

test('amd/build is what tools/build.sh makes of amd/src', async (t) => {
    const built = await readdir(path.join(plugin, 'amd/build')).catch(() => null);
    if (!built) {
        t.skip('not built');
        return;
    }
    // amd.mjs writes beside its own folder, so it gets a root of its own.
    const work = await mkdtemp(path.join(tmpdir(), 'leerlandschap-amd-'));
    try {
        await mkdir(path.join(work, 'moodle-plugin/amd'), { recursive: true });
        await cp(path.join(plugin, 'amd/src'), path.join(work, 'moodle-plugin/amd/src'), { recursive: true });
        await cp(path.join(root, 'tools/amd.mjs'), path.join(work, 'tools/amd.mjs'));
        await cp(path.join(root, 'package.json'), path.join(work, 'package.json'));
        await symlink(path.join(root, 'node_modules'), path.join(work, 'node_modules'));
        await promisify(execFile)(process.execPath, [path.join(work, 'tools/amd.mjs')]);
        const made = path.join(work, 'moodle-plugin/amd/build');
        assert.deepEqual(built.sort(), (await readdir(made)).sort());
        for (const file of built) {
            assert.equal(await read(`amd/build/${file}`), await readFile(path.join(made, file), 'utf8'), file);
        }
        for (const file of built.filter((name) => name.endsWith('.js'))) {
            assert.match(await read(`amd/build/${file}`), new RegExp(`^define\\("mod_leerlandschap/${file.replace('.min.js', '')}"`));
        }
    } finally {
        await rm(work, { recursive: true });
    }
});
