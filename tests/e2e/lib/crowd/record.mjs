// What a crowd notes down while it is at work: requests, errors, what was stored when, and when it was seen.

/** Notes of all people of a crowd together. */
export class Record {
    /** How many requests, by what was asked. */
    asked = { page: 0, pulse: 0, service: 0 };

    /** Answers of pulse.php, by status. */
    pulse = {};

    /** What should not happen: [{at, who, what}]. */
    errors = [];

    /**
     * When each revision was stored: revision -> {asked, told}, milliseconds since 1970. It was stored after the command
     * was sent (asked, by our clock) and before the server said so (told, by its clock).
     */
    stored = new Map();

    /** How long each kind of request took, in milliseconds, by what was asked. */
    took = { page: [], pulse: [], service: [] };

    #rooms = new Map();

    /**
     * Something went wrong.
     *
     * @param {string} who
     * @param {string} what
     */
    error(who, what) {
        this.errors.push({ at: Date.now(), who, what });
    }

    /** A request was answered, after so many milliseconds. */
    answered(kind, ms) {
        this.asked[kind] += 1;
        this.took[kind].push(ms);
    }

    /** A command brought a revision. */
    changed(revision, asked, told) {
        if (!this.stored.has(revision)) {
            this.stored.set(revision, { asked, told });
        }
    }

    /**
     * Reads what pulse.php said. Many are told the same, so that it is read once for all: nobody may change it.
     *
     * @param {string} body
     * @returns {object}
     */
    parse(body) {
        const [, now, rest] = body.match(/^\{"now":(\d+),(.*)$/s) ?? [];
        if (rest === undefined) {
            return JSON.parse(body);
        }
        let reply = this.#rooms.get(rest);
        if (!reply) {
            reply = JSON.parse(body);
            this.#rooms.set(rest, reply);
            if (this.#rooms.size > 16) {
                this.#rooms.delete(this.#rooms.keys().next().value);
            }
        }
        return { ...reply, now: Number(now) };
    }

    /** How many errors there were of each kind. */
    kinds() {
        const kinds = {};
        for (const { what } of this.errors) {
            const kind = what.replace(/\d+/g, 'n');
            kinds[kind] = (kinds[kind] ?? 0) + 1;
        }
        return kinds;
    }
}
