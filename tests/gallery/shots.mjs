// Screenshots of every state of the gallery, and what axe finds in it.
// Usage: node tests/gallery/shots.mjs BOUND_FOLDER OUT_FOLDER [state…]
import { createServer } from 'node:http';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [bound, out, ...chosen] = process.argv.slice(2);
const states = chosen.length > 0 ? chosen : ['start', 'start-lead', 'waiting', 'vote', 'vote-lead', 'votedone', 'results', 'results-lead',
    'late', 'notes', 'groups', 'hidden', 'private', 'held', 'loggedout', 'actions', 'review', 'principles', 'complete', 'plan', 'series', 'alone', 'closing', 'closing-lead', 'next', 'unavailable'];
const widths = (process.env.WIDTHS ?? '360,768,1280').split(',').map(Number);
const schemes = (process.env.SCHEMES ?? 'light,dark').split(',');
const language = process.env.LANGUAGE ?? 'nl';
const host = process.env.HOST_KIND ?? 'standalone';
const strings = await readFile(`static/lang/${language}.json`, 'utf8');
const names = (await readdir('static/css')).filter((name) => name.endsWith('.css')).sort();
const css = (await Promise.all(names.map((name) => readFile(`static/css/${name}`, 'utf8')))).join('\n');

const page = (state) => `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/css"></head><body class="ll-body"><main>
${host === 'moodle' ? '<h1>Moodle</h1>' : ''}<div id="leerlandschap-app" class="leerlandschap ll-${host === 'moodle' ? 'in-moodle' : 'standalone'}"></div></main>
<script type="application/json" id="strings">${strings}</script><script type="text/plain" id="state">${state}</script>
<script type="text/plain" id="language">${language}</script><script type="text/plain" id="host">${host}</script>
<script type="module">import init from '/bound/gallery.js'; await init({ module_or_path: '/bound/gallery_bg.wasm' }); document.body.dataset.ready = '1';</script></body></html>`;

const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/css') {
        response.writeHead(200, { 'content-type': 'text/css' }).end(css);
    } else if (url.pathname.startsWith('/bound/')) {
        const name = path.join(bound, url.pathname.slice(7));
        try {
            response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' }).end(await readFile(name));
        } catch {
            response.writeHead(404).end();
        }
    } else {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(url.pathname.slice(1)));
    }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
await mkdir(out, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
let found = 0;
for (const scheme of schemes) {
    for (const width of widths) {
        const tab = await browser.newPage({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme: scheme,
            forcedColors: process.env.FORCED ? 'active' : 'none' });
        tab.on('pageerror', (error) => console.log('page error', error.message));
        for (const state of states) {
            await tab.goto(`${address}/${state}`);
            await tab.waitForSelector('body[data-ready]', { timeout: 10000 });
            await tab.waitForTimeout(500);
            await tab.screenshot({ path: path.join(out, `${state}-${width}-${scheme}.png`), fullPage: true });
            const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            if (wide) {
                found += 1;
                console.log(`${state} ${width} ${scheme}: wider than the window`);
            }
            // The whole page in view: what the docked row covers at one height of the window comes free by scrolling.
            const height = await tab.evaluate(() => document.documentElement.scrollHeight);
            const window = tab.viewportSize();
            await tab.setViewportSize({ width, height: Math.max(height, window.height) });
            await tab.evaluate(axe);
            const { violations } = await tab.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
            await tab.setViewportSize(window);
            for (const violation of violations) {
                found += 1;
                console.log(`${state} ${width} ${scheme}: ${violation.id}: ${violation.help}`);
                for (const node of violation.nodes.slice(0, 3)) {
                    console.log('   ', node.html.slice(0, 140), node.any[0]?.message ?? '');
                }
            }
        }
        await tab.close();
    }
}
await browser.close();
server.close();
console.log(`${found} findings`);
process.exitCode = found > 0 ? 1 : 0;
