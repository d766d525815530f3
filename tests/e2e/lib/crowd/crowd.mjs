// A room full of simulated people over real HTTP against a real site, hundreds in one process and without a browser. Who
// uses it asks for the room to be arranged, lets people arrive, and reads from `record` and from each person what came
// of it; see attendee.mjs for what one person does.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { arrange } from '../arrange.mjs';
import { Attendee } from './attendee.mjs';
import { Record } from './record.mjs';

/** The most people: more than this is a mistake. */
const MOST = 5000;
/** How many log in or open the page at the same moment, at most; the others stand in line at the door. */
const AT_THE_DOOR = 8;

/** How long after twice the planned time nobody is let in any more, in milliseconds: the server does not manage. */
const DOOR_SHUTS = 60_000;

/** Runs a job for each of a list, so many at a time. */
async function byTurns(list, atOnce, job) {
    const waiting = [...list];
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, async () => {
        while (waiting.length > 0) {
            await job(waiting.shift());
        }
    }));
}

/** JSON with the members of every object in order, so that equal things have equal texts. */
function canonical(value) {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(',')}]`;
    }
    if (value && typeof value === 'object') {
        return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
    }
    return JSON.stringify(value);
}

/**
 * A hash of a room as the host said it, whatever the order of its members.
 *
 * @param {object} room
 * @returns {string}
 */
export const hashOf = (room) => createHash('sha256').update(canonical(room)).digest('hex').slice(0, 16);

/** A room as the app shows it: how many have answered comes by itself too, and later than the room. */
const withCounts = (room, counts) => ({
    ...room,
    rounds: room.rounds.map((round) => ({
        ...round, ...counts.find(({ step, round: number }) => step === round.step && number === round.round),
    })),
});

/** People in one meeting, and the one who leads it. */
export class Crowd {
    record = new Record();

    /** @type {Attendee[]} */
    people = [];

    /** @type {Attendee} */
    facilitator;

    #site;

    #ids = new Map();

    /**
     * Makes the users, their course and an activity without groups.
     *
     * @param {object} site what seed.php wrote
     * @param {number} size how many people, without the one who leads
     * @param {object} [settings] of the activity
     * @returns {Promise<Crowd>}
     */
    static async gather(site, size, settings = {}) {
        if (!(Number.isInteger(size) && size >= 1 && size <= MOST)) {
            throw new Error(`a crowd has 1 to ${MOST} people, not ${size}`);
        }
        const { courseid, password, people, facilitator } = await arrange(site, 'crowd', { size });
        const { cmid } = await arrange(site, 'activity', { course: courseid, groupmode: 0, name: 'A full room', ...settings });
        const crowd = new Crowd();
        crowd.#site = site;
        crowd.cmid = cmid;
        const person = ({ id, username }) => {
            const made = new Attendee(site, { username, password }, cmid, crowd.record);
            crowd.#ids.set(made, id);
            return made;
        };
        crowd.facilitator = person(facilitator);
        crowd.people = people.map(person);
        return crowd;
    }

    /**
     * Everybody comes in, spread over some time: logs in, opens the page, joins, and asks for news from then on. Whoever
     * leads is first, and does not join.
     *
     * @param {number} withinMs over how many milliseconds; longer where the server does not manage, but not for ever
     * @returns {Promise<number>} how many could not come in; they are not among `people` any more
     */
    async arrive(withinMs) {
        await this.facilitator.arrive();
        this.facilitator.watch();
        const began = Date.now();
        const inside = [];
        const due = this.people.map((person, at) => [person, began + withinMs * at / this.people.length]);
        await byTurns(due, AT_THE_DOOR, async ([person, at]) => {
            await pause(Math.max(0, at - Date.now()));
            if (Date.now() > began + 2 * withinMs + DOOR_SHUTS) {
                return;
            }
            // What went wrong is in the record.
            const entered = await person.arrive().then(() => person.join()).then(() => true, () => false);
            if (entered) {
                person.watch();
                inside.push(person);
            }
        });
        const away = this.people.length - inside.length;
        this.people = inside;
        return away;
    }

    /** The meeting that all of them are in. */
    get meeting() {
        return this.facilitator.meeting;
    }

    /** Everybody's answers, as they last meant them: [{user, item, round, value, seq}]. */
    meant() {
        return this.people.flatMap((person) => [...person.answers.values()]
            .map((answer) => ({ user: this.#ids.get(person), ...answer })));
    }

    /** What the database holds: {revision, rows: [{user, item, round, value, seq}]}. */
    stored() {
        return arrange(this.#site, 'answers', { meeting: Number(this.meeting), users: [...this.#ids.values()] });
    }

    /**
     * Waits until all answers are confirmed and everybody sees the newest room, how many have answered included.
     *
     * @param {number} patience in milliseconds
     * @returns {Promise<{waiting: number, behind: number}>} how many have unconfirmed answers, and how many do not see what
     *     most see of the newest room, when it is over
     */
    async settle(patience) {
        const until = Date.now() + patience;
        for (;;) {
            const everybody = [this.facilitator, ...this.people];
            const newest = Math.max(...everybody.map(({ revision }) => revision));
            const alike = new Map();
            for (const { counts } of everybody.filter(({ revision }) => revision === newest)) {
                const told = JSON.stringify(counts);
                alike.set(told, (alike.get(told) ?? 0) + 1);
            }
            const waiting = everybody.filter((person) => person.waiting > 0).length;
            const behind = everybody.length - Math.max(...alike.values());
            if ((waiting === 0 && behind === 0) || Date.now() > until) {
                return { waiting, behind };
            }
            await pause(100);
        }
    }

    /**
     * What differs between what was sent and what is stored.
     *
     * @returns {Promise<{sent: number, rows: number, missing: object[], wrong: object[], twice: object[], strange: object[]}>}
     *     answers that were meant and not stored, stored with another value or number, more than once, of nobody
     */
    async compare() {
        const key = ({ user, item, round }) => `${user} ${item} ${round}`;
        const [meant, { rows }] = [this.meant(), await this.stored()];
        const stored = new Map();
        const twice = [];
        for (const row of rows) {
            stored.has(key(row)) ? twice.push(row) : stored.set(key(row), row);
        }
        const wanted = new Set(meant.map(key));
        return {
            sent: meant.length,
            rows: rows.length,
            twice,
            missing: meant.filter((it) => !stored.has(key(it))),
            wrong: meant.filter((it) => stored.has(key(it))
                && (stored.get(key(it)).value !== it.value || stored.get(key(it)).seq !== it.seq)),
            strange: rows.filter((row) => !wanted.has(key(row))),
        };
    }

    /**
     * Items of which a reveal shows another tally than what was sent makes.
     *
     * @param {string} step
     * @param {string[]} items of its only round
     * @param {number} points of their scale
     * @returns {string[]}
     */
    wrongTallies(step, items, points) {
        const wanted = new Map(items.map((item) => [item, { counts: Array(points).fill(0), optOuts: 0 }]));
        for (const { item, value } of this.meant()) {
            value === null ? (wanted.get(item).optOuts += 1) : (wanted.get(item).counts[value - 1] += 1);
        }
        const results = this.facilitator.room.rounds.find((round) => round.step === step)?.results ?? [];
        return items.filter((item) => {
            const [{ counts, optOuts }, result] = [wanted.get(item), results.find((it) => it.item === item)];
            return JSON.stringify([result?.counts, result?.opt_outs]) !== JSON.stringify([counts, optOuts]);
        });
    }

    /**
     * How long it took until people saw each of some revisions, from when it was stored. Only those count who were there.
     *
     * @param {Iterable<number>} revisions of which `record.stored` has the time
     * @param {'asked'|'told'} since from when the command was sent, or from when the server said that it is stored
     * @returns {{ms: number[], unseen: number}} one number for each person and revision
     */
    delays(revisions, since = 'asked') {
        const ms = [];
        let unseen = 0;
        for (const revision of revisions) {
            const at = this.record.stored.get(revision)[since];
            for (const person of this.people) {
                const seen = person.sawAt(revision);
                if (person.seen.length === 0 || person.seen[0][1] > at) {
                    // Not there yet: came in with it.
                } else if (seen === null) {
                    unseen += 1;
                } else {
                    ms.push(Math.max(0, seen - at));
                }
            }
        }
        return { ms, unseen };
    }

    /** Which rooms people have: how many by revision and hash. One entry where all see the same. */
    rooms() {
        const [rooms, hashes] = [{}, new Map()];
        for (const { room, revision, counts } of [this.facilitator, ...this.people]) {
            const same = hashes.get(room) ?? new Map();
            hashes.set(room, same);
            const told = JSON.stringify(counts);
            same.has(told) || same.set(told, hashOf(withCounts(room, counts)));
            const name = `${revision} ${same.get(told)}`;
            rooms[name] = (rooms[name] ?? 0) + 1;
        }
        return rooms;
    }

    /** Everybody leaves, without a word. */
    async leave() {
        await Promise.all([this.facilitator, ...this.people].map((person) => person.leave()));
    }
}
