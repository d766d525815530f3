// The manifest of the build: by it the plugin tells its files from those of another build.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../../tools/manifest.mjs', import.meta.url));

/** The manifest of a folder with these files. @param {Record<string, string>} files content by name */
function manifestOf(files) {
    const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
    try {
        Object.entries(files).forEach(([name, content]) => writeFileSync(path.join(folder, name), content));
        execFileSync(process.execPath, [tool, folder]);
        return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    } finally {
        rmSync(folder, { recursive: true });
    }
}

test('names what is served, its type, and the sizes of every coding that there is', () => {
    const { files } = manifestOf({ 'a.js': 'é', 'a.js.br': '1234', 'b.css': '', 'b.css.gz': '12', 'notes.txt': 'x' });
    assert.deepEqual(files, {
        'a.js': { type: 'text/javascript; charset=utf-8', sizes: { '': 2, '.br': 4 } },
        'b.css': { type: 'text/css; charset=utf-8', sizes: { '': 0, '.gz': 2 } },
    });
});

test('the hash is that of the content, whatever its compressed form', () => {
    const { hash } = manifestOf({ 'a.js': 'one', 'a.js.gz': '1' });
    assert.match(hash, /^[0-9a-f]{16}$/);
    assert.equal(manifestOf({ 'a.js': 'one', 'a.js.gz': '22' }).hash, hash);
    assert.notEqual(manifestOf({ 'a.js': 'two', 'a.js.gz': '1' }).hash, hash);
    assert.notEqual(manifestOf({ 'b.js': 'one' }).hash, hash);
});
