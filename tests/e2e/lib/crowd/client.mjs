// HTTP of one simulated person: cookies and a connection of their own, as a browser has them, over node:http, which is
// cheaper than fetch with hundreds of people in one process.
import http from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Somebody's browser, as far as a server can tell. */
export class Client {
    #cookies = new Map();

    #agent = new http.Agent({ keepAlive: true, maxSockets: 4, maxFreeSockets: 1 });

    /**
     * Asks once, and reads the answer to its end. A redirection is not followed.
     *
     * @param {string} address
     * @param {object} [how] method, headers, body, and patience: for how many milliseconds to wait in all
     * @returns {Promise<{status: number, headers: object, body: string}>} rejects where there is no whole answer
     */
    async ask(address, how = {}) {
        try {
            return await this.#once(address, how);
        } catch (error) {
            // The server closed a connection that was at rest at the moment when it was used: browsers ask again too.
            if (error.code === 'ECONNRESET' && error.reused) {
                return this.#once(address, how);
            }
            throw error;
        }
    }

    /** Ends the connections. */
    close() {
        this.#agent.destroy();
    }

    /** Forgets who was logged in. */
    forget() {
        this.#cookies.clear();
    }

    #once(address, { method = 'GET', headers = {}, body, patience = 60_000 }) {
        return new Promise((resolve, reject) => {
            const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
            const request = http.request(address, {
                method, agent: this.#agent,
                headers: {
                    'Accept-Encoding': 'gzip',
                    ...headers,
                    ...cookie && { Cookie: cookie },
                    ...body !== undefined && { 'Content-Length': Buffer.byteLength(body) },
                },
            });
            const timer = setTimeout(() => request.destroy(new Error(`no answer within ${patience} ms`)), patience);
            const fail = (error) => {
                clearTimeout(timer);
                reject(Object.assign(error, { reused: request.reusedSocket }));
            };
            request.on('error', fail);
            request.on('response', (response) => {
                const chunks = [];
                this.#keep(response.headers['set-cookie']);
                response.on('data', (chunk) => chunks.push(chunk));
                response.on('error', fail);
                response.on('end', () => {
                    clearTimeout(timer);
                    const whole = Buffer.concat(chunks);
                    try {
                        const body = response.headers['content-encoding'] === 'gzip' ? gunzipSync(whole) : whole;
                        resolve({ status: response.statusCode, headers: response.headers, body: body.toString('utf8') });
                    } catch (error) {
                        reject(error);
                    }
                });
            });
            request.end(body);
        });
    }

    #keep(lines = []) {
        for (const line of lines) {
            const [, name, value] = line.match(/^([^=;]+)=([^;]*)/) ?? [];
            if (value === '' || value === 'deleted') {
                this.#cookies.delete(name);
            } else if (name) {
                this.#cookies.set(name, value);
            }
        }
    }
}
