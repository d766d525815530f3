// The documents of meetings that are played: Word files, pages as PDF, Markdown, and screenshots of the buttons.
// Usage: node tests/gallery/documents.mjs BOUND_FOLDER OUT_FOLDER [meeting…]
import { createServer } from 'node:http';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { parseStrings } from '../../tools/php-strings.mjs';

const [bound, out, ...chosen] = process.argv.slice(2);
const meetings = chosen.length > 0 ? chosen : ['landscape', 'climate', 'conversation'];
const sheet = async (folder) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
    return (await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')))).join('\n');
};
const css = `${await sheet('static/css')}\n${await sheet('static/css/report')}`;
const loader = await readFile('static/js/loader.js', 'utf8');

const strings = async (language) => {
    const file = `moodle-plugin/lang/${language}/leerlandschap.php`;
    const all = Object.fromEntries(parseStrings(await readFile(file, 'utf8'), file));
    return JSON.stringify(all).replaceAll('<', '\\u003c');
};
const page = async (meeting, language) => `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>Document</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/css"></head><body><h1>Moodle</h1><main>
<div id="leerlandschap-app" class="leerlandschap ll-in-moodle" data-script="/bound/example.js" data-wasm="/bound/example_bg.wasm"></div></main>
<script type="application/json" id="strings">${(await readFile(`static/lang/${language}.json`, 'utf8')).replaceAll('<', '\\u003c')}</script>
<script type="text/plain" id="state">${meeting}</script><script type="text/plain" id="language">${language}</script>
<script type="module" src="/loader.js"></script></body></html>`;

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/css') {
        response.writeHead(200, { 'content-type': 'text/css' }).end(css);
    } else if (url.pathname === '/loader.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(loader);
    } else if (url.pathname.startsWith('/bound/')) {
        const name = path.join(bound, url.pathname.slice(7));
        try {
            response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' }).end(await readFile(name));
        } catch {
            response.writeHead(404).end();
        }
    } else {
        const [meeting, language] = url.pathname.slice(1).split('-');
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(await page(meeting, language));
    }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
await mkdir(out, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
for (const meeting of meetings) {
    for (const language of ['nl', 'en']) {
        const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        tab.on('pageerror', (error) => console.log('page error', error.message));
        tab.on('console', (message) => message.type() === 'error' && console.log('console', message.text()));
        // It would wait for a person.
        await tab.addInitScript(() => { window.print = () => {}; });
        await tab.goto(`${address}/${meeting}-${language}`);
        const buttons = tab.locator('.ll-doc-tools button');
        await buttons.first().waitFor({ timeout: 20000 });
        for (const [at, ending] of [[0, 'docx'], [2, 'md']]) {
            const download = tab.waitForEvent('download', { timeout: 20000 });
            await buttons.nth(at).click();
            await (await download).saveAs(path.join(out, `${meeting}-${language}.${ending}`));
        }
        await tab.screenshot({ path: path.join(out, `${meeting}-${language}.png`) });
        await buttons.nth(1).click();
        await tab.locator('.ll-paper .ll-doc').waitFor({ state: 'attached' });
        await writeFile(path.join(out, `${meeting}-${language}-page.pdf`), await tab.pdf({ preferCSSPageSize: true }));
        await tab.close();
    }
}
await browser.close();
server.close();
