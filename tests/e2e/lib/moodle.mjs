// The throw-away Moodle site that tests/moodle/site.sh made; MOODLE_SITE names its JSON file.
import { readFile, stat } from 'node:fs/promises';

/** @returns {Promise<object|null>} what seed.php wrote, or null where there is no site to test */
export async function moodleSite() {
    const file = process.env.MOODLE_SITE;
    return file ? JSON.parse(await readFile(file, 'utf8')) : null;
}

/**
 * Logs a user of the site in, by its username or as admin, without the scripts of the login page: what these ask of
 * the server meanwhile can bring the session of before the login back.
 *
 * @param {import('playwright-core').APIRequestContext} request whose cookies hold the session
 */
export async function signIn(request, site, username) {
    const password = username === 'admin' ? site.admin.password : site.password;
    const address = `${site.url}/login/index.php`;
    const form = await (await request.get(address)).text();
    const [, logintoken] = form.match(/name="logintoken" value="([^"]*)"/) ?? [];
    // Whoever is logged in is sent on to a test of the cookie, and from there to a dashboard that nobody needs here.
    const answer = await request.post(address, { form: { username, password, logintoken }, maxRedirects: 0 });
    if (!/[?&]testsession=/.test(answer.headers().location ?? '')) {
        throw new Error(`${username} cannot log in at ${address}`);
    }
}

/**
 * Logs a user in.
 *
 * @param {import('playwright-core').BrowserContext} context one a user
 * @returns {Promise<import('playwright-core').Page>} an empty page of theirs
 */
export async function login(context, site, username) {
    await signIn(context.request, site, username);
    return context.newPage();
}

/**
 * The activity's page.
 *
 * @param {object} site
 * @param {number} [group] where one is named
 * @param {string} [language] what the user's session speaks from then on
 */
export function activityUrl(site, group, language) {
    const url = new URL(`${site.url}/mod/leerlandschap/view.php`);
    url.searchParams.set('id', site.cmid);
    if (group) {
        url.searchParams.set('group', group);
    }
    if (language) {
        url.searchParams.set('lang', language);
    }
    return url.href;
}

/**
 * What the servers wrote into their error logs since the marks were taken: nothing, in a good run.
 */
export class ServerLogs {
    #marks = new Map();

    #site;

    /**
     * The database's, Redis's and php-fpm's logs also tell of their start. Core itself complains where two requests
     * fill or empty the same file of its local cache at once, or make the same folder.
     */
    static #harmless = /^\s*$|NOTICE: (fpm is running|ready to handle|systemd monitor interval)|LOG: {2}|(rename|unlink)\(.*\/localcache\/.*No such file|mkdir\(\): File exists in .*\/lib\/setuplib\.php/;

    #expected = [];

    constructor(site) {
        this.#site = site;
    }

    /** From now on lines like this are part of the test, such as what core says of a broken request. */
    expect(pattern) {
        this.#expected.push(pattern);
    }

    /** From here on lines count. */
    async mark() {
        for (const name of ['php', 'nginx', 'fpm', 'database', 'redis']) {
            const file = this.#site.logs[name];
            this.#marks.set(file, await stat(file).then(({ size }) => size, () => 0));
        }
        return this;
    }

    /** @throws {Error} with the lines that were written */
    async check() {
        const lines = [];
        for (const [file, mark] of this.#marks) {
            const content = await readFile(file).catch(() => Buffer.alloc(0));
            const fresh = content.subarray(mark).toString('utf8').split('\n');
            const known = [ServerLogs.#harmless, ...this.#expected];
            lines.push(...fresh.filter((line) => !known.some((pattern) => pattern.test(line))).map((line) => `${file}: ${line}`));
        }
        if (lines.length > 0) {
            throw new Error(`The servers complained:\n${lines.join('\n')}`);
        }
    }
}
