// One simulated person over real HTTP, without a browser: comes in as a browser does, and then does what the app does
// (src/host/moodle, src/host/pace.rs, moodle-plugin/amd/src/bridge.js).
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from './client.mjs';
import { Outbox } from './outbox.mjs';
import { Pace, withJitter } from './pace.mjs';

/** As in bridge.js. */
const PATIENCE = 20_000;
const SHORT_PATIENCE = 8000;
/** What Moodle calls it where nobody is logged in any more (src/host/moodle/bridge.rs). */
const LOGGED_OUT = ['servicerequireslogin', 'invalidsesskey', 'sessiontimedout', 'sessionexpired'];
/** How often somebody tries to come in before they give up. */
const TRIES = 5;

/** The server said no. */
export class Refused extends Error {
    constructor(code, message) {
        super(`${code}: ${message}`);
        this.code = code;
    }
}

/** A person in a meeting. */
export class Attendee {
    /** The room as they see it, its revision, and what is their own. */
    room = null;

    revision = 0;

    me = null;

    counts = [];

    /** When each revision was first seen, or a later one in its place: [[revision, milliseconds]], rising. */
    seen = [];

    /** Their answers as they last meant them, by item and round: {item, round, value, seq}. */
    answers = new Map();

    /** How many requests with answers were made, repeats included. */
    sends = 0;

    /** Answers that the server refused for good. */
    refused = [];

    #site;

    #record;

    #client = new Client();

    #outbox = new Outbox();

    #pace = null;

    #sesskey = '';

    #grant = null;

    #own = null;

    #stamp = '';

    #gone = new AbortController();

    #sending = null;

    #polling = null;

    #again = null;

    /**
     * @param {object} site what seed.php wrote
     * @param {object} person username and password
     * @param {number} cmid the activity, without groups
     * @param {import('./record.mjs').Record} record
     */
    constructor(site, person, cmid, record) {
        this.#site = site;
        this.person = person;
        this.cmid = cmid;
        this.#record = record;
    }

    /** The meeting they are in. */
    get meeting() {
        return this.room?.meeting ?? null;
    }

    /** How many answers the server has not confirmed. */
    get waiting() {
        return this.#outbox.size;
    }

    /** Logs in by the form and opens the activity's page, again after a while where the server does not manage. */
    async arrive() {
        for (let time = 1; ; time += 1) {
            try {
                await this.#signIn();
                await this.#open();
                return;
            } catch (error) {
                this.#note(`coming in: ${error.message}`);
                if (time === TRIES || this.#gone.signal.aborted) {
                    throw error;
                }
                await this.#rest(2000 * time);
            }
        }
    }

    /** Presses Join; the outbox sends it until it is through. */
    async join() {
        for (let time = 1; ; time += 1) {
            try {
                await this.command('take_part', { type: 'join', step: null });
                return;
            } catch (error) {
                this.#note(`join: ${error.message}`);
                if (error instanceof Refused || time === TRIES || this.#gone.signal.aborted) {
                    throw error;
                }
                await this.#rest(1000 * 2 ** (time - 1));
            }
        }
    }

    /** Asks for news from now on. */
    watch() {
        this.#polling ??= this.#poll();
    }

    /**
     * Answers; kept and sent until it is stored.
     *
     * @param {string} item
     * @param {number|null} value null to opt out
     * @param {number} [round]
     */
    answer(item, value, round = 1) {
        const { seq } = this.#outbox.push(item, round, value);
        this.answers.set(`${item} ${round}`, { item, round, value, seq });
        this.#sending ??= this.#send();
    }

    /** Leads the meeting: a command of steer_meeting, by somebody who may. */
    steer(command) {
        return this.command('steer_meeting', { command });
    }

    /**
     * Sends a command at once and takes in what the server says.
     *
     * @param {string} service name of the function, without the plugin's
     * @param {object} args without cmid, groupid, meeting and since
     * @returns {Promise<object>} the reply; rejects with Refused, or with another error where the server did not answer
     */
    async command(service, args) {
        const [before, asked] = [this.revision, Date.now()];
        const reply = await this.#call(service, { meeting: this.meeting, ...args });
        if (reply.revision > before) {
            this.#record.changed(reply.revision, asked, reply.now);
        }
        return reply;
    }

    /** Asks the web service once for all there is. */
    async reload() {
        return this.#call('get_meeting', { presenting: false, own: true }, 0);
    }

    /** When a revision, or a later one, was first seen; null where it was not. */
    sawAt(revision) {
        return this.seen.find(([it]) => it >= revision)?.[1] ?? null;
    }

    /** Closes the browser. What was not sent is lost; waits until nothing is under way any more. */
    async leave() {
        this.#gone.abort();
        await Promise.allSettled([this.#polling, this.#sending]);
        this.#client.close();
    }

    async #signIn() {
        this.#client.forget();
        const address = `${this.#site.url}/login/index.php`;
        const form = await this.#page(address);
        const [, logintoken] = form.body.match(/name="logintoken" value="([^"]*)"/) ?? [];
        const { username, password } = this.person;
        const answer = await this.#page(address, {
            method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ username, password, logintoken }).toString(),
        });
        if (!/[?&]testsession=/.test(answer.headers.location ?? '')) {
            throw new Error(`login answered ${answer.status}`);
        }
    }

    async #open() {
        const { status, body } = await this.#page(`${this.#site.url}/mod/leerlandschap/view.php?id=${this.cmid}`);
        const [, sesskey] = body.match(/"sesskey":"(\w+)"/) ?? [];
        const [, json] = body.match(/<script type="application\/json" id="leerlandschap-data">(.*?)<\/script>/s) ?? [];
        if (status !== 200 || !json || !sesskey) {
            throw new Error(`the page answered ${status}`);
        }
        const data = JSON.parse(json);
        this.#sesskey = sesskey;
        this.#pace = new Pace(data.poll_ms, Date.now());
        this.#granted(data.reply);
        this.#take(data.reply);
    }

    async #page(address, how) {
        return this.#timed('page', () => this.#client.ask(address, how));
    }

    async #timed(kind, ask) {
        const began = performance.now();
        const answer = await ask();
        this.#record.answered(kind, performance.now() - began);
        return answer;
    }

    #note(what) {
        if (!this.#gone.signal.aborted) {
            this.#record.error(this.person.username, what);
        }
    }

    /** Waits; ends early when they leave. */
    async #rest(ms) {
        await pause(ms, null, { signal: this.#gone.signal }).catch(() => null);
    }

    /** A call through core/ajax. */
    async #call(service, args, since = this.revision) {
        const name = `mod_leerlandschap_${service}`;
        const query = `sesskey=${this.#sesskey}&info=${name}&nosessionupdate=true`;
        const body = JSON.stringify([{ index: 0, methodname: name, args: { cmid: this.cmid, groupid: 0, ...args, since } }]);
        let answer;
        try {
            const { status, body: text } = await this.#timed('service', () => this.#client.ask(
                `${this.#site.url}/lib/ajax/service.php?${query}`,
                { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, patience: PATIENCE },
            ));
            if (status !== 200) {
                throw new Error(`the web service answered ${status}`);
            }
            const parsed = JSON.parse(text);
            answer = Array.isArray(parsed) ? parsed[0] : { error: true, exception: parsed };
        } catch (error) {
            this.#pace.lost();
            throw error;
        }
        if (answer.error) {
            const { errorcode = '', message = '' } = answer.exception ?? {};
            if (LOGGED_OUT.includes(errorcode)) {
                this.#granted({});
            }
            throw new Refused(errorcode.replace(/^error:/, ''), message);
        }
        this.#granted(answer.data);
        this.#take(answer.data);
        return answer.data;
    }

    #granted(reply) {
        this.#grant = reply.pulse ?? null;
        this.#pace.granted(this.#grant ? this.#grant.seconds * 1000 : null, Date.now());
        if (reply.me) {
            this.#own = this.#grant?.own ?? null;
        }
    }

    #take(reply) {
        if (reply.revision < this.revision) {
            // The answer of a request that was overtaken.
            return;
        }
        if (reply.room) {
            this.room = reply.room;
            this.#pace.room(reply.room.people.length, reply.room.state === 'closed');
            if (reply.revision > this.revision) {
                this.seen.push([reply.revision, Date.now()]);
                this.revision = reply.revision;
            }
        }
        this.me = reply.me ?? this.me;
        this.counts = reply.counts ?? this.counts;
    }

    async #poll() {
        await this.#rest(withJitter(2000));
        while (!this.#gone.signal.aborted) {
            const wait = await (this.#pace.way(Date.now()) === 'pulse' ? this.#published() : this.#read());
            await this.#rest(withJitter(wait));
        }
    }

    async #read() {
        try {
            await this.#call('get_meeting', { presenting: false, own: this.#pace.wantsOwn() });
            return this.#pace.told(Date.now());
        } catch (error) {
            this.#note(`reading: ${error.message}`);
            await this.#comeBack(error);
            return this.#pace.unanswered(Date.now());
        }
    }

    async #published() {
        const { address, token } = this.#grant;
        let answer;
        let reply = null;
        try {
            answer = await this.#timed('pulse', () => this.#client.ask(address, {
                headers: { 'X-Leerlandschap-Token': token, 'If-None-Match': `"${this.revision}.${this.#stamp}"` },
                patience: SHORT_PATIENCE,
            }));
            reply = answer.status === 200 ? this.#record.parse(answer.body) : null;
        } catch (error) {
            this.#note(`pulse.php: ${error.message}`);
            return this.#pace.unreadable();
        }
        const { status, headers } = answer;
        this.#record.pulse[status] = (this.#record.pulse[status] ?? 0) + 1;
        const now = Date.now();
        const due = headers['x-leerlandschap-due'] !== undefined;
        switch (status) {
            case 200:
                this.#stamp = reply.stamp;
                if (reply.own !== this.#own) {
                    this.#pace.ownChanged(now);
                }
                if (!this.#pace.isLost()) {
                    this.#take(reply);
                }
                return this.#pace.read(true, due, now);
            case 304: return this.#pace.read(false, due, now);
            case 403: return this.#pace.refused(now);
            case 503: return this.#pace.missing(Number(headers['retry-after'] ?? 0), now);
            default:
                this.#note(`pulse.php answered ${status}`);
                return this.#pace.unreadable();
        }
    }

    /** Sends what waits, one request at a time, until all of it is confirmed. */
    async #send() {
        while (this.#outbox.size > 0 && !this.#gone.signal.aborted) {
            const batch = this.#outbox.batch();
            this.sends += 1;
            try {
                await this.#call('submit_answers', { meeting: this.meeting, answers: batch });
                this.#outbox.confirm(batch);
            } catch (error) {
                this.#note(`answers: ${error.message}`);
                if (error instanceof Refused && !LOGGED_OUT.includes(error.code) && error.code !== 'unavailable') {
                    const given = this.#outbox.refuse(batch);
                    given && this.refused.push({ ...given, code: error.code });
                } else {
                    const wait = this.#outbox.fail();
                    await this.#comeBack(error);
                    await this.#rest(wait);
                }
            }
        }
        this.#sending = null;
    }

    /** Logs in again where the login has ended, as somebody does who is told so; what waits is kept meanwhile. */
    async #comeBack(error) {
        if (error instanceof Refused && LOGGED_OUT.includes(error.code)) {
            this.#again ??= this.arrive().catch(() => null).finally(() => { this.#again = null; });
            await this.#again;
        }
    }
}
