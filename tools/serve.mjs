// Serves a folder on loopback as a careful web server would: types, precompressed copies, a strict content policy.
// Usage: node tools/serve.mjs [FOLDER] [PORT]; prints the address and serves until it is ended.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
};

/** No inline script, no eval: WebAssembly alone may compile. */
const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
].join('; ');

/** Best first: brotli is smaller than gzip. */
const encodings = [['br', '.br'], ['gzip', '.gz']];

async function fileAt(name) {
    const found = await stat(name).catch(() => null);
    return found?.isFile() ? found : null;
}

/** The file of a request path, or null where it would leave the folder. */
function locate(folder, url) {
    let pathname;
    try {
        pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    } catch {
        return null;
    }
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    return file.startsWith(folder + path.sep) && !file.includes('\0') ? file : null;
}

/** The copy to send: compressed where there is one that the browser accepts. */
async function variant(file, accepted) {
    for (const [encoding, suffix] of encodings) {
        if (new RegExp(`\\b${encoding}\\b`).test(accepted)) {
            const found = await fileAt(file + suffix);
            if (found) {
                return { name: file + suffix, found, encoding };
            }
        }
    }
    const found = await fileAt(file);
    return found && { name: file, found, encoding: null };
}

async function answer(folder, request, response) {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { Allow: 'GET, HEAD' }).end();
        return;
    }
    const file = locate(folder, request.url);
    const type = file && types[path.extname(file)];
    const chosen = type && await variant(file, request.headers['accept-encoding'] ?? '');
    if (!chosen) {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
    }
    const tag = `"${chosen.found.size.toString(16)}-${Math.floor(chosen.found.mtimeMs).toString(16)}"`;
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('ETag', tag);
    if (request.headers['if-none-match'] === tag) {
        response.writeHead(304).end();
        return;
    }
    if (chosen.encoding) {
        response.setHeader('Content-Encoding', chosen.encoding);
    }
    response.setHeader('Content-Length', chosen.found.size);
    response.writeHead(200);
    if (request.method === 'HEAD') {
        response.end();
    } else {
        createReadStream(chosen.name).on('error', () => response.destroy()).pipe(response);
    }
}

/**
 * @param {string} folder what to serve
 * @param {number} port 0 for any free one
 * @returns {Promise<{url: string, close: () => Promise<void>}>} once it listens
 */
export async function serve(folder, port = 0) {
    const base = path.resolve(folder);
    const server = http.createServer((request, response) => {
        answer(base, request, response).catch(() => response.destroy());
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const close = () => new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
    });
    return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const folder = process.argv[2] ?? fileURLToPath(new URL('../build/site', import.meta.url));
    const { url, close } = await serve(folder, Number(process.argv[3] ?? 0));
    console.log(url);
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => close().then(() => process.exit(0)));
    }
}
