// The static server of the standalone page.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../tools/serve.mjs';

let folder;
let site;

before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'leerlandschap-serve-'));
    await mkdir(path.join(folder, 'site'));
    await writeFile(path.join(folder, 'secret.json'), '{}');
    await writeFile(path.join(folder, 'site/index.html'), '<!doctype html>');
    await writeFile(path.join(folder, 'site/a.wasm'), 'wasm');
    await writeFile(path.join(folder, 'site/a.wasm.gz'), 'gzipped');
    await writeFile(path.join(folder, 'site/a.wasm.br'), 'brotli');
    await writeFile(path.join(folder, 'site/a.key'), 'unknown type');
    site = await serve(path.join(folder, 'site'));
});

after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
});

/** A request as bare as it is written: fetch would clean the path. */
function get(target, headers = {}, method = 'GET') {
    return new Promise((resolve, reject) => {
        const request = http.request({ port: new URL(site.url).port, path: target, headers, method }, (response) => {
            let body = '';
            response.on('data', (data) => {
                body += data;
            });
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
        });
        request.on('error', reject).end();
    });
}

test('the document comes with a policy that allows WebAssembly and no inline script', async () => {
    const { status, headers } = await get('/');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(headers['content-security-policy'], /script-src 'self' 'wasm-unsafe-eval';/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
});

for (const [accepted, encoding, body] of [
    ['gzip, deflate, br', 'br', 'brotli'], ['gzip', 'gzip', 'gzipped'], ['', undefined, 'wasm'],
]) {
    test(`a browser that accepts "${accepted}" gets ${encoding ?? 'the plain file'}`, async () => {
        const answer = await get('/a.wasm', { 'accept-encoding': accepted });
        assert.equal(answer.headers['content-type'], 'application/wasm');
        assert.equal(answer.headers['content-encoding'], encoding);
        assert.equal(answer.headers.vary, 'Accept-Encoding');
        assert.equal(answer.body, body);
    });
}

test('what the browser has already is not sent again', async () => {
    const { headers } = await get('/a.wasm');
    const again = await get('/a.wasm', { 'if-none-match': headers.etag });
    assert.equal(again.status, 304);
});

for (const target of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/none.js', '/a.key', '/%00.js', '/%']) {
    test(`${target} is not found`, async () => {
        assert.equal((await get(target)).status, 404);
    });
}

test('nothing can be written', async () => {
    assert.equal((await get('/', {}, 'POST')).status, 405);
});
