// Answers of a simulated person that the server has not confirmed yet: the rules of src/core/session/outbox.rs and
// mod.rs, as far as answers need them.

/** How long to wait before a further try, in milliseconds, by how many failed before (RETRY_MS). */
const PAUSES = [1000, 2000, 4000, 8000, 15_000];
/** The most answers sent at once. */
const BATCH = 20;

/** Keeps answers until they are confirmed. */
export class Outbox {
    #queue = [];

    #attempted = 0;

    #singly = 0;

    #failures = 0;

    #seq = new Map();

    /** How many wait. */
    get size() {
        return this.#queue.length;
    }

    /**
     * Takes an answer in; one that only replaces what was never sent takes its place. A later answer to the same item
     * has a higher number, and what is sent again has the number that it had.
     *
     * @param {string} item
     * @param {number} round
     * @param {number|null} value
     * @returns {object} the answer with its number
     */
    push(item, round, value) {
        const subject = `${item} ${round}`;
        const replaced = this.#queue.findIndex((it, at) => at >= this.#attempted && it.item === item && it.round === round);
        const seq = (this.#seq.get(subject) ?? 0) + 1;
        const answer = { item, round, value, reason: '', choices: [], text: '', seq };
        this.#seq.set(subject, seq);
        if (replaced >= 0) {
            this.#queue[replaced] = answer;
        } else {
            this.#queue.push(answer);
        }
        return answer;
    }

    /** What to send now. */
    batch() {
        const sent = this.#queue.slice(0, this.#singly > 0 ? 1 : BATCH);
        this.#attempted = Math.max(this.#attempted, sent.length);
        return sent;
    }

    /** Those are stored. */
    confirm(sent) {
        this.#failures = 0;
        this.#take(sent.length);
    }

    /**
     * They were refused: several are sent again one by one.
     *
     * @returns {object|null} the answer that is given up
     */
    refuse(sent) {
        this.#failures = 0;
        if (sent.length > 1) {
            this.#singly = sent.length;
            return null;
        }
        this.#take(1);
        return sent[0];
    }

    /**
     * The server did not answer. It may have stored them all the same.
     *
     * @returns {number} after how many milliseconds to try again
     */
    fail() {
        const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
        this.#failures += 1;
        return pause;
    }

    #take(number) {
        this.#queue.splice(0, number);
        this.#attempted = Math.max(0, this.#attempted - number);
        this.#singly = Math.max(0, this.#singly - number);
    }
}
