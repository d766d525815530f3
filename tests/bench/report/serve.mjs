// The report's page without Moodle: the module as built for the plugin, with what it embeds given.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const types = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

const safe = (json) => JSON.stringify(json).replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const document = (data) => `<!DOCTYPE html><html lang="${data.lang}"><head><meta charset="utf-8"><title>Report</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/build/exercise.css"><link rel="stylesheet" href="/build/report.css"></head><body><main><h1>Moodle</h1>
<div id="leerlandschap-app" class="leerlandschap ll-report" data-state="loading" data-script="/build/report.js"
    data-wasm="/build/report_bg.wasm"></div></main>
<script type="application/json" id="leerlandschap-data">${safe(data)}</script>
<script type="module" src="/build/loader.js"></script></body></html>`;

/**
 * @param {object} data what the page embeds
 * @param {string} [folder] where the module was built
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve(data, folder = path.join(root, 'moodle-plugin/build')) {
    const page = document(data);
    const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        if (!pathname.startsWith('/build/')) {
            response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
            return;
        }
        try {
            const file = await readFile(path.join(folder, path.basename(pathname)));
            response.writeHead(200, { 'content-type': types[path.extname(pathname)] ?? 'text/plain' }).end(file);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return {
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
    };
}
