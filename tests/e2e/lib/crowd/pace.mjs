// Whom a simulated person asks for news, and when: the rules of the app, of which src/host/pace.rs is the original. The
// numbers are read from there.
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../../../../src/host/pace.rs', import.meta.url), 'utf8');

/** A constant of the original. */
function constant(name) {
    const [, value] = source.match(new RegExp(`^const ${name}: \\w+ = ([\\d_]+);`, 'm')) ?? [];
    if (value === undefined) {
        throw new Error(`src/host/pace.rs has no ${name}: the crowd no longer does as the app does`);
    }
    return Number(value.replaceAll('_', ''));
}

const [LIVELY_MS, QUIET_MS, QUIET_AFTER_MS, CLOSED_MS, SPREAD_MS, SHARE_MS, HELPERS, BLOCKED_AFTER, REFUSED_AFTER, REFUSED_MS, BLOCKED_MS,
    LONGEST_MS, DOUBLINGS] = [
    'LIVELY_MS', 'QUIET_MS', 'QUIET_AFTER_MS', 'CLOSED_MS', 'SPREAD_MS', 'SHARE_MS', 'HELPERS', 'BLOCKED_AFTER',
    'REFUSED_AFTER', 'REFUSED_MS', 'BLOCKED_MS', 'LONGEST_MS', 'DOUBLINGS'].map(constant);

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** A tenth more or less, so that a room does not ask in step (live.rs). */
export const withJitter = (ms, chance = Math.random) => Math.floor(ms * (0.9 + 0.2 * chance()));

/** What is known about asking. */
export class Pace {
    #serviceMs;

    #chance;

    #people = 1;

    #closed = false;

    #renewAt = null;

    #ownAt = null;

    #newsAt;

    #askedAt;

    #failed = 0;

    #lost = false;

    #broken = 0;

    #vouched = 0;

    #missed = 0;

    #refused = 0;

    #grantedAt;

    #blockedUntil;

    /**
     * @param {number} serviceMs how often a few people may ask the web service, in milliseconds
     * @param {number} now milliseconds since 1970
     * @param {() => number} [chance] from 0 to below 1
     */
    constructor(serviceMs, now, chance = Math.random) {
        this.#serviceMs = serviceMs;
        this.#chance = chance;
        this.#newsAt = now;
        this.#askedAt = now;
        this.#grantedAt = now;
        this.#blockedUntil = now;
    }

    /** The room is so large, and closed or not. */
    room(people, closed) {
        this.#people = clamp(people, 1, 10_000);
        this.#closed = closed;
    }

    /** The web service did not answer something. */
    lost() {
        this.#lost = true;
    }

    /** Whether what the published room says is to be kept back until the web service answers again. */
    isLost() {
        return this.#lost;
    }

    /** The web service answered, and gave a token that is good for so many milliseconds, or null. */
    granted(ms, now) {
        this.#lost = false;
        this.#grantedAt = now;
        const given = ms !== null && now >= this.#blockedUntil;
        this.#renewAt = given ? now + this.#part(Math.floor(ms / 2)) + Math.floor(ms * 2 / 5) : null;
    }

    /** What is one's own may have changed, and everybody's at the same moment. */
    ownChanged(now) {
        const at = now + this.#part(this.#people * SPREAD_MS);
        this.#ownAt ??= at;
    }

    /** Whether the web service is to be asked for what is one's own. */
    wantsOwn() {
        return this.#ownAt !== null || this.#renewAt !== null;
    }

    /** Whom to ask now: 'pulse' or 'service'. */
    way(now) {
        const isDue = (at) => at !== null && at <= now;
        const inItsPlace = this.#broken >= 2 && now - this.#askedAt >= this.#servicePace();
        return this.#renewAt === null || isDue(this.#renewAt) || isDue(this.#ownAt) || inItsPlace ? 'service' : 'pulse';
    }

    /** The web service answered: how many milliseconds to wait. */
    told(now) {
        this.#askedAt = now;
        this.#ownAt = null;
        this.#failed = 0;
        this.#missed = 0;
        const blocked = this.#broken >= BLOCKED_AFTER && this.#vouched > 0 && this.#broken > this.#vouched;
        this.#vouched = this.#broken;
        if (blocked || this.#refused >= REFUSED_AFTER) {
            this.#blockedUntil = now + BLOCKED_MS;
            this.#renewAt = null;
            this.#broken = 0;
            this.#vouched = 0;
            this.#refused = 0;
        }
        return this.#usual(now);
    }

    /** The web service did not answer: how many milliseconds to wait. */
    unanswered(now) {
        this.#askedAt = now;
        this.#ownAt = null;
        this.#vouched = 0;
        this.#failed += 1;
        const times = 2 ** Math.min(this.#failed, DOUBLINGS);
        if (this.#renewAt !== null && this.#renewAt > now) {
            return LIVELY_MS * times;
        }
        return Math.min(this.#servicePace() * times, Math.max(this.#servicePace(), LONGEST_MS));
    }

    /** The published room was there, with news or not, and something due to be published or not: how long to wait. */
    read(news, due, now) {
        this.#broken = 0;
        this.#vouched = 0;
        if (this.#lost) {
            this.ownChanged(now);
        }
        if (news) {
            this.#newsAt = now;
        }
        if (!due) {
            this.#missed = 0;
        } else if (this.#helps()) {
            this.#ownAt = now;
            return 0;
        }
        return this.#usual(now);
    }

    /** The token is worth nothing any more: how long to wait. */
    refused(now) {
        this.#renewAt = null;
        this.#refused = now - this.#grantedAt <= REFUSED_MS ? this.#refused + 1 : 0;
        this.ownChanged(now);
        return this.#ownAt - now;
    }

    /** No room is published, to be tried again after so many seconds: how many milliseconds to wait. */
    missing(seconds, now) {
        if (this.#helps()) {
            this.#ownAt = now;
            return 0;
        }
        return clamp(seconds, 1, 10) * 1000 + this.#part(1000);
    }

    /** No answer, or none that can be understood: how many milliseconds to wait. */
    unreadable() {
        this.#broken += 1;
        return LIVELY_MS * 2 ** Math.min(this.#broken, DOUBLINGS);
    }

    #usual(now) {
        if (this.#renewAt === null) {
            return this.#servicePace();
        }
        if (this.#closed) {
            return CLOSED_MS;
        }
        return now - this.#newsAt < QUIET_AFTER_MS ? LIVELY_MS : QUIET_MS;
    }

    #servicePace() {
        return Math.max(this.#serviceMs, this.#people * SHARE_MS);
    }

    #helps() {
        const helpers = HELPERS * 2 ** Math.min(this.#missed, 10);
        this.#missed += 1;
        return this.#part(this.#people) < helpers;
    }

    #part(of) {
        return Math.floor(of * this.#chance());
    }
}
