// People at the activity in Moodle: each in a browser context of their own, logged in, at the app.
import { Complaints, keepPictures } from './browser.mjs';
import { Heard } from './heard.mjs';
import { activityUrl, login } from './moodle.mjs';
import { Participant } from './participant.mjs';

/**
 * Whoever enters through `open` is watched; `check` fails on any complaint of their browsers.
 */
export class People {
    #browser;

    #site;

    #words;

    #contexts = [];

    #complaints = [];

    /**
     * @param {import('playwright-core').Browser} browser
     * @param {object} site what seed.php wrote
     * @param {import('./words.mjs').Words} words of the site's language
     */
    constructor(browser, site, words) {
        [this.#browser, this.#site, this.#words] = [browser, site, words];
    }

    async #context(options) {
        const context = await this.#browser.newContext({ locale: 'en-GB', ...options });
        context.setDefaultTimeout(30000);
        context.setDefaultNavigationTimeout(60000);
        this.#contexts.push(context);
        this.#complaints.push(new Complaints(context));
        return context;
    }

    /** A page of somebody who is not logged in. */
    async visit(options = {}) {
        return (await this.#context(options)).newPage();
    }

    /** Logs somebody in, and returns the page behind the login. */
    async login(username, options = {}) {
        return login(await this.#context(options), this.#site, username);
    }

    /** What the browsers may complain of, because the test wants it. */
    expect(pattern) {
        this.#complaints.forEach((complaints) => complaints.expect(pattern));
    }

    /**
     * Logs a user in and opens the activity.
     *
     * @param {string} username
     * @param {{group?: number, cmid?: number, words?: import('./words.mjs').Words, language?: string}} options language:
     *     what the session speaks, where it is not the user's own language
     * @returns {Promise<Participant>} with everything that the server says to this page in `heard`
     */
    async open(username, { group, cmid = this.#site.cmid, words = this.#words, language } = {}) {
        const page = await this.login(username);
        const heard = Heard.on(page);
        await page.goto(activityUrl({ ...this.#site, cmid }, group, language));
        const { name } = this.#site.users[username] ?? this.#site.scan.users[username] ?? { name: username };
        return Object.assign(await new Participant(page, words, name).ready(), { heard });
    }

    /** Runs a body; afterwards nobody's browser may have complained, and all are closed. */
    async during(body) {
        try {
            await body(this);
            this.#complaints.forEach((complaints) => complaints.check());
        } catch (error) {
            for (const context of this.#contexts) {
                await keepPictures(context);
            }
            this.#complaints.forEach((complaints) => complaints.tell());
            throw error;
        } finally {
            await Promise.all(this.#contexts.map((context) => context.close()));
        }
    }
}
