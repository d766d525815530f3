// What a page tells its user about what is saved, held against what it had sent by then.
import assert from 'node:assert/strict';

/** How long a page may take to show what the user did, in milliseconds, on a machine that is busy with tests. */
const DRAWN_MS = 250;

export class Truth {
    /** What was told, and from when on. */
    #told = [];

    /** Calls with answers that the server took: when they were sent, and what they said. */
    #sent = [];

    #given = [];

    #saved;

    /**
     * @param {import('playwright-core').Page} page before it goes anywhere
     * @param {string} saved what a page says when everything is stored
     */
    static async on(page, saved) {
        const truth = new Truth();
        truth.#saved = saved;
        await page.exposeBinding('toldTheUser', (_, at, text) => truth.#told.push({ at, text }));
        await page.addInitScript(() => {
            let last = null;
            new MutationObserver(() => {
                const text = document.querySelector('#leerlandschap-app .ll-saved')?.innerText.trim() ?? '';
                if (text !== last) {
                    last = text;
                    window.toldTheUser(Date.now(), text);
                }
            }).observe(document, { childList: true, subtree: true, characterData: true });
        });
        page.on('requestfinished', (request) => truth.#heard(request));
        return truth;
    }

    #heard(request) {
        if (!request.url().includes('submit_answers')) {
            return;
        }
        const [call] = request.postDataJSON();
        const at = request.timing().startTime;
        const taken = request.response().then((response) => response.json()).then(([{ error }]) => !error).catch(() => false);
        this.#sent.push({ at, taken, answers: call.args.answers });
    }

    /** The user has given an answer. */
    gave(item, value) {
        this.#given.push({ at: Date.now(), item, value });
    }

    /** What was told at a moment. */
    #at(moment) {
        return this.#told.findLast(({ at }) => at <= moment)?.text ?? '';
    }

    /** What was told, in its order. */
    get told() {
        return this.#told.map(({ text }) => text);
    }

    /**
     * Fails where the page said that all was stored while an answer had not even left it.
     *
     * @param {string} who for the message
     */
    async check(who) {
        const taken = [];
        for (const sent of this.#sent) {
            if (await sent.taken) {
                taken.push(sent);
            }
        }
        for (const { at, item, value } of this.#given) {
            const stored = taken.find((sent) => sent.answers.some((it) => it.item === item && (it.value ?? null) === value)
                && sent.at >= at - 2 * DRAWN_MS);
            if (stored) {
                this.#silent(at, stored.at, `${who}'s answer ${value} to ${item}`);
            }
        }
    }

    /** Fails where it said between two moments that all was stored. */
    #silent(from, to, what) {
        const drawn = from + DRAWN_MS;
        if (to <= drawn) {
            return;
        }
        const lies = this.#told.filter(({ at, text }) => at > drawn && at < to && text === this.#saved);
        assert.deepEqual(lies, [], `${what} was told to be stored ${to - lies[0]?.at} ms before it was sent`);
        assert.notEqual(this.#at(drawn), this.#saved, `${what} was told to be stored before it was sent`);
    }

    /** Fails where it said so from one moment to another, between which nothing could be stored. */
    silent(from, to, who) {
        this.#silent(from, to, `what ${who} did`);
    }
}
