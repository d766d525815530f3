// A trainer and some learners in mid-vote, for tests that break something: they know what was answered, and hold the
// server's rows, the rooms and the screens of all against it.
import assert from 'node:assert/strict';
import { arrange } from './arrange.mjs';
import { eventually, eventuallyEqual } from './eventually.mjs';
import { Heard } from './heard.mjs';
import { activityUrl } from './moodle.mjs';
import { call, english, meetingOf, site } from './moodle-suite.mjs';
import { Participant } from './participant.mjs';
import { Truth } from './truth.mjs';

const MEMBERS = ['learner1', 'learner2', 'learner3'];
const NUMBERS = [1, 2, 3, 4, 5];
const SAVED = english.say('saved');
const key = (rows) => rows.map(({ user, item, round, value }) => JSON.stringify([user, item, round, value])).sort();

/** Another page of a user whose context is open, watched from its first request on. */
async function at(page, username, cmid) {
    const [heard, truth] = [Heard.on(page), await Truth.on(page, SAVED)];
    await page.goto(activityUrl({ ...site, cmid }));
    const { name, id } = site.users[username];
    const have = { revision: 0 };
    const asking = new Set();
    ['requestfinished', 'requestfailed'].forEach((over) => page.on(over, (request) => asking.delete(request)));
    page.on('request', (request) => {
        asking.add(request);
        if (request.url().includes('/pulse.php?')) {
            have.revision = Number(/^"?(\d+)/.exec(request.headers()['if-none-match'] ?? '')?.[1] ?? 0);
        }
    });
    return Object.assign(await new Participant(page, english, name).ready(), { heard, truth, userid: id, username, have, asking });
}

/** The rooms that a page heard, by revision, as text that can be compared. */
async function roomsHeard({ heard }) {
    const rooms = new Map();
    for (const body of (await heard.all()).split('\n')) {
        let replies = [];
        try {
            const parsed = JSON.parse(body);
            replies = Array.isArray(parsed) ? parsed.map(({ data }) => data) : [parsed];
        } catch {
            // A document of the site, or an error of a server that was broken on purpose.
        }
        replies.filter((reply) => reply?.room).forEach((reply) => rooms.set(reply.room.revision ?? reply.revision, reply.room));
    }
    return rooms;
}

export class FaultRoom {
    /** What each of the users answered last: item to value, by the user's id. */
    sent = new Map();

    /**
     * Opens an activity that stores whose answer it is, with everybody at the statements.
     *
     * @param {import('./people.mjs').People} people
     * @param {string} name of the activity
     */
    static async open(people, name, settings = {}) {
        const room = new FaultRoom();
        room.people = people;
        ({ cmid: room.cmid } = await arrange(site, 'activity', {
            course: site.courseid, name, groupmode: 0, visibility: 'named', ...settings,
        }));
        room.trainer = await room.enter('trainer');
        room.members = await Promise.all(MEMBERS.map((username) => room.enter(username)));
        for (const member of room.members) {
            await member.join();
        }
        await room.trainer.startGroup();
        await Promise.all(room.everyone.map((one) => one.at('stellingen')));
        return room;
    }

    get everyone() {
        return [this.trainer, ...this.members];
    }

    /** Somebody enters in a browser of their own. */
    async enter(username) {
        return at(await this.people.login(username), username, this.cmid);
    }

    /** Another tab of somebody who is there. */
    async anotherTab(member) {
        return at(await member.page.context().newPage(), member.username, this.cmid);
    }

    /**
     * Somebody's tab is behind another one, as while they log in there: it asks nothing. Whatever it asked with its old
     * session meanwhile would have Moodle replace the new one. (Headless browsers show every tab.)
     */
    async behind(member) {
        await member.page.evaluate(() => {
            Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
            document.dispatchEvent(new Event('visibilitychange'));
        });
        await eventuallyEqual(() => member.asking.size, 0, 'requests under way');
    }

    /** Somebody answers on their page; whether it is stored is another matter. */
    async answer(member, number, value) {
        await member.answer(number, value);
        const item = english.statements[number - 1].id;
        member.truth.gave(item, value);
        this.sent.set(member.userid, { ...this.sent.get(member.userid), [item]: value });
    }

    /** All members answer some statements; whom, what, is different for each. */
    async answerAll(numbers, shift = 0) {
        await Promise.all(this.members.map(async (member, who) => {
            for (const number of numbers) {
                await this.answer(member, number, 1 + (who + number + shift) % 5);
            }
        }));
    }

    /** Everybody's page says that all is stored. */
    async saved(members = this.members) {
        await Promise.all(members.map((member) => member.saved()));
    }

    /** Pages tell that there is no connection, with what they keep. */
    async unsent(members = this.members) {
        const lines = ['saved_offline_one', 'saved_offline_other'].map((name) => english.say(name, 0).split(':')[0]);
        await Promise.all(members.map((member) => eventually(async () => {
            const told = await member.app.locator('.ll-saved').innerText();
            assert.ok(lines.some((line) => told.includes(line)), told);
        })));
    }

    /** The rows of the database are what was sent: each answer once, with its last value. */
    async stored() {
        const users = this.everyone.map(({ userid }) => userid);
        const { rows } = await arrange(site, 'answers', { meeting: Number(await meetingOf(this.trainer)), users });
        const sent = [...this.sent].flatMap(([user, answers]) => Object.entries(answers).map(([item, value]) => ({ user, item, round: 1, value })));
        assert.deepEqual(key(rows), key(sent), 'answers sent and stored');
    }

    /** The vote is finished and shown: the tallies are the sum of what was sent, on every page. */
    async reveal() {
        await this.stored();
        await this.trainer.sees(english.say('vote_group', { k: this.members.length, n: this.members.length }));
        await this.trainer.reveal();
        const given = [...this.sent.values()];
        const bars = NUMBERS.map((number) => {
            const values = given.map((answers) => answers[english.statements[number - 1].id]);
            const counts = [1, 2, 3, 4, 5].map((point) => values.filter((value) => value === point).length);
            return this.trainer.bar(counts, values.filter((value) => value === null).length);
        });
        await Promise.all(this.everyone.map((one) => eventually(async () => {
            const cards = await one.results();
            assert.deepEqual(cards.map(({ statement }) => statement).sort(), NUMBERS);
            cards.forEach(({ statement, bars: [first] }) => assert.equal(first, bars[statement - 1], `statement ${statement}`));
        })));
        await this.same();
    }

    /** Everybody has the room that the server has. */
    async same() {
        const { answer: { revision } } = await call(this.trainer, 'get_meeting', {});
        await Promise.all(this.everyone.map((one) => eventuallyEqual(() => one.have.revision, revision, `${one.name}'s revision`)));
        const rooms = await Promise.all(this.members.map(async (member) => (await roomsHeard(member)).get(revision)));
        assert.ok(rooms[0], 'a room of this revision was heard');
        rooms.slice(1).forEach((room, n) => assert.deepEqual(room, rooms[0], `${this.members[n + 1].name}'s room`));
    }

    /** Nobody was told that something is stored before it was sent. */
    async truthful() {
        for (const member of this.members) {
            await member.truth.check(member.name);
        }
    }

    /** From a fault that is over to the end: what is left is answered, stored, shown, the same for all, and truly told. */
    async finish(numbers) {
        await this.saved();
        await this.stored();
        await this.answerAll(numbers, 3);
        await this.saved();
        await this.reveal();
        await this.truthful();
    }
}
