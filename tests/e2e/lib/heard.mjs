// Everything that the server said to somebody about the activity: its documents, the answers of its web services, and
// the rooms that it publishes.
import assert from 'node:assert/strict';

export class Heard {
    #bodies = [];

    /** @param {import('playwright-core').Page} page before it goes anywhere */
    static on(page) {
        const heard = new Heard();
        page.on('response', (response) => {
            const { pathname } = new URL(response.url());
            if (/\/mod\/leerlandschap\/(view|pulse)\.php$|\/lib\/ajax\/service\.php$/.test(pathname)) {
                // What came to a document that was left is lost to this program, and was lost to the page.
                heard.add(response.text().catch(() => ''));
            }
        });
        return heard;
    }

    /** @param {string|Promise<string>} body */
    add(body) {
        this.#bodies.push(body);
    }

    /** @returns {Promise<string>} as it was sent, all in a row */
    async all() {
        return (await Promise.all(this.#bodies)).join('\n');
    }

    /**
     * Fails where one of these texts was sent.
     *
     * @param {string[]} texts of letters, digits and marks that JSON writes as they are
     * @param {string} who for the message
     */
    async never(texts, who) {
        const all = await this.all();
        texts.forEach((text) => assert.ok(!all.includes(text), `“${text}” was sent to ${who}`));
    }
}
