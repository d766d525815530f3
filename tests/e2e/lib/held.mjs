// A meeting that people hold without browsers, as quickly as web services go, for tests of what becomes of it.
import { randomUUID } from 'node:crypto';
import { Session } from './session.mjs';

export class Held {
    /** @param {Session} leader @param {Session[]} members who have joined */
    constructor(leader, members) {
        [this.leader, this.members] = [leader, members];
    }

    /** Everybody opens the activity, and the members join. @param {object} site with the activity's cmid */
    static async begin(site, leader, members) {
        const sessions = [];
        for (const username of [leader, ...members]) {
            sessions.push(await Session.open(site, username));
        }
        const held = new Held(sessions[0], sessions.slice(1));
        for (const member of held.members) {
            await member.done('take_part', { type: 'join', step: null });
        }
        return held;
    }

    get meeting() {
        return this.leader.meeting;
    }

    async #steer(command) {
        const { room } = await this.leader.done('steer_meeting', { command });
        return room;
    }

    /** Takes the group through places, one after another. */
    async go(...places) {
        for (const [at, to] of places.slice(1).entries()) {
            await this.#steer({ type: 'go_to', from: places[at], to });
        }
    }

    /** Brings a round of statements from one phase to another. @param {string[]} [items] what a later round asks */
    round(round, from, to, items = []) {
        return this.#steer({ type: 'set_round', step: 'stellingen', round, from, to, items });
    }

    close() {
        return this.#steer({ type: 'close', from: '@closing' });
    }

    /**
     * Somebody answers statements.
     *
     * @param {number} who number of the member, from 0
     * @param {Record<string, number|null>} values by item; null is the opt-out
     */
    answer(who, values, round = 1, reason = '') {
        const answers = Object.entries(values).map(([item, value]) => ({ item, round, value, seq: 1, reason }));
        return this.members[who].done('submit_answers', { answers });
    }

    /** Somebody writes something in the step where the group is. */
    write(who, step, kind, fields) {
        const contribution = {
            type: 'save', id: randomUUID(), step, kind, base: null,
            fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
        };
        return this.members[who].done('save_contributions', { contributions: [contribution] });
    }

    end() {
        return Promise.all([this.leader, ...this.members].map((session) => session.close()));
    }
}
