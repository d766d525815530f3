// Somebody asks through Moodle's own screens for what is kept about them, and to have it erased, while their group is at it:
// the file has all that can be found, and says what cannot; afterwards exactly theirs is gone, for everybody to see.
import assert from 'node:assert/strict';
import { arrange } from '../lib/arrange.mjs';
import { runScheduled } from '../lib/cron.mjs';
import { approve, ask, fetchExport } from '../lib/data-requests.mjs';
import { eventually } from '../lib/eventually.mjs';
import { Held } from '../lib/held.mjs';
import { langFile } from '../lib/lang.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const within = '#leerlandschap-app';
const version = site.version.slice(0, 3);
const text = await langFile('en');
const NAMES = { noor: 'Noor', otto: 'Otto', pia: 'Pia', quirijn: 'Quirijn', roos: 'Roos' };
const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];

/** Who chose what, one after another, at every statement alike. */
const VALUES = [5, 1, 2, 4, 4];
const ballot = (who) => Object.fromEntries(ITEMS.map((item) => [item, VALUES[who]]));

/** Five people in a course of their own, with a hidden meeting under way, a hidden one that is closed, and a named one. */
async function prepare() {
    const stamp = Date.now();
    const team = await arrange(site, 'team', {
        course: { fullname: 'Eigen gegevens', shortname: `person-${stamp}` },
        group: 'Team', users: { [site.users.trainer.id]: 'editingteacher' },
    });
    const people = [];
    for (const [name, firstname] of Object.entries(NAMES)) {
        const username = `${name}${stamp}`;
        const { id } = await arrange(site, 'user', {
            username, password: site.password, firstname, lastname: `Vermeer ${stamp}`, courseid: team.courseid,
        });
        people.push({ username, id, name: `${firstname} Vermeer ${stamp}` });
    }
    const make = (name, visibility) => arrange(site, 'activity', { course: team.courseid, name, visibility, groupmode: 0 });
    const [hidden, closed, named] = [
        await make('Bezig', 'hidden'), await make('Afgesloten', 'hidden'), await make('Met namen', 'named'),
    ];
    const [victim, owner] = people;
    const begin = async ({ cmid }) => {
        const held = await Held.begin({ ...site, cmid }, 'trainer', people.map(({ username }) => username));
        await held.go('@start', 'stellingen');
        for (const who of people.keys()) {
            await held.answer(who, ballot(who), 1, who === 0 ? 'Omdat Noor het zegt.' : '');
        }
        return held;
    };
    let held = await begin(hidden);
    hidden.meeting = held.meeting;
    await held.end();

    held = await begin(closed);
    await held.round(1, 'open', 'revealed');
    await held.go('stellingen', '@closing');
    await held.close();
    await held.end();

    // Named: the first round is shown, everybody is at the second, and Noor has something to do.
    held = await begin(named);
    await held.round(1, 'open', 'revealed');
    await held.go('stellingen', 'opbrengst', 'vervolgacties');
    await held.write(1, 'vervolgacties', 'action', {
        what: 'Bellen met de bibliotheek', who_person: String(victim.id), when: '2031-03-09', status: 'open',
    });
    await held.write(0, 'vervolgacties', 'action', {
        what: 'Ruimte zoeken', who_person: String(owner.id), when: '2031-03-09', status: 'open',
    });
    await held.go('vervolgacties', 'stellingen');
    await held.round(2, 'none', 'open', ['st1']);
    for (const who of people.keys()) {
        await held.answer(who, { st1: VALUES[who] }, 2);
    }
    named.meeting = held.meeting;
    await held.end();
    await runScheduled(site, 'mod_leerlandschap\\task\\follow_actions');
    return { people, hidden, closed, named };
}

/** What the export says of the meeting of an activity. */
function meetingIn(files, activity) {
    const [name] = Object.keys(files).filter((path) => path.includes(`${activity} _.`) && /\/Meeting [^/]*\/data\.json$/.test(path));
    assert.ok(name, `a meeting of ${activity} in ${Object.keys(files).join('\n')}`);
    return JSON.parse(files[name]);
}

/** The file in the hands of the one who asked. */
function checkExport(files, { people }) {
    const all = Object.values(files).join('\n');
    // Roos answered too, and is nobody's business.
    assert.ok(!all.includes(people[4].name), 'only of the one who asked');
    const [open, closed, named] = ['Bezig', 'Afgesloten', 'Met namen'].map((activity) => meetingIn(files, activity));
    const answers = (data, round) => data.answers.filter((answer) => answer.round === round);
    for (const data of [open, named]) {
        assert.deepEqual(answers(data, 1).map(({ item, value, answer }) => [item, value, answer]).sort(),
            ITEMS.map((item) => [item, VALUES[0], english.scale[VALUES[0] - 1]]));
        assert.equal(answers(data, 1).find(({ item }) => item === 'st1').question, english.statements[0].text);
        assert.ok(answers(data, 1).every(({ reason }) => reason === 'Omdat Noor het zegt.'));
    }
    assert.deepEqual(answers(named, 2).map(({ value }) => value), [VALUES[0]]);
    assert.equal(open.note, text('privacy:textsanonymous'));
    assert.equal(named.note, undefined);
    // Closed: which answers are Noor's nothing tells, and the file says so.
    assert.equal(closed.answers, undefined);
    assert.equal(closed.note, `${text('privacy:answeranonymous')} ${text('privacy:textsanonymous')}`);
    assert.deepEqual(closed.steps.map(({ title }) => title), [english.step('stellingen').title]);
    // The action in Noor's name, the one that Noor wrote for Otto, and what stands in Noor's calendar.
    assert.deepEqual(named.actions.map(({ what }) => what), ['Bellen met de bibliotheek']);
    assert.deepEqual(named.contributions.map(({ what }) => what), ['Ruimte zoeken']);
    assert.ok(!JSON.stringify(named.contributions).includes(String(people[1].id)), 'nobody else is named');
    assert.deepEqual(named.followed.map(({ told, calendar }) => [told, calendar]),
        [['Yes', `${text('calendaraction', 'Met namen')}: Bellen met de bibliotheek`]]);
}

/** All that is stored of these activities. */
const stored = async (activities) => Promise.all(activities.map(({ id }) => arrange(site, 'stored', { id })));

/** Rows of a table that went, and those that are others now, by id. */
function changes(before, after) {
    const gone = Object.keys(before).filter((id) => !after[id]);
    const changed = Object.keys(before).filter((id) => after[id] && JSON.stringify(before[id]) !== JSON.stringify(after[id]));
    return { gone, changed, added: Object.keys(after).filter((id) => !before[id]) };
}

moodleTest('somebody fetches what is kept about them, and has it erased, while the group is at it', async (people) => {
    await arrange(site, 'config', { plugin: 'tool_dataprivacy', contactdataprotectionofficer: 1 });
    const arranged = await prepare();
    const { hidden, closed, named } = arranged;
    const [victim, ...others] = arranged.people;
    const owners = async ({ meeting }) => {
        const users = arranged.people.map(({ id }) => id);
        const { rows } = await arrange(site, 'answers', { meeting: Number(meeting), users });
        return new Map(rows.map(({ id, user }) => [String(id), user]));
    };
    const admin = await people.login('admin', { viewport: { width: 1280, height: 900 } });
    const own = await people.login(victim.username, { viewport: { width: 1280, height: 900 } });
    await ask(own, site, 'export');
    await approve(admin, site, victim.name);
    checkExport(await fetchExport(own, site), arranged);

    // The others are at it, in both meetings.
    const open = async (username, { cmid }) => {
        const participant = await people.open(username, { cmid });
        await participant.at('stellingen');
        return participant;
    };
    const pages = [];
    for (const activity of [hidden, named]) {
        pages.push([await open('trainer', activity), await open(others[0].username, activity)]);
    }
    for (const [leader] of pages) {
        await leader.sees(english.say('vote_group', { k: 5, n: 5 }));
    }
    const whose = [await owners(hidden), await owners(named)];
    const before = await stored([hidden, closed, named]);
    await ask(own, site, 'erasure');
    await approve(admin, site, victim.name);

    // In the tables exactly theirs is gone.
    const after = await stored([hidden, closed, named]);
    const delta = (at, table) => changes(before[at][table], after[at][table]);
    for (const [at, owned] of [[0, whose[0]], [2, whose[1]]]) {
        const { gone, changed, added } = delta(at, 'answer');
        const expected = [...owned].filter(([, user]) => user === victim.id).map(([id]) => id);
        assert.equal(expected.length, at === 0 ? 5 : 6);
        assert.deepEqual([gone.sort(), changed, added], [expected.sort(), [], []], 'answers');
    }
    assert.deepEqual(after[1].answer, before[1].answer, 'the answers of a closed hidden meeting are nobody\'s');
    for (const [at] of before.entries()) {
        for (const [table, column] of [['presence', 'userid'], ['progress', 'userid'], ['action', 'userid'], ['event', 'userid']]) {
            const expected = Object.values(before[at][table]).filter((row) => Number(row[column]) === victim.id).map(({ id }) => String(id));
            assert.deepEqual(delta(at, table), { gone: expected, changed: [], added: [] }, `${table} of activity ${at}`);
        }
        const { gone, added } = delta(at, 'contrib');
        assert.deepEqual([gone, added], [[], []], 'what the group wrote stays');
        assert.ok(!JSON.stringify(after[at].contrib).includes(`"${victim.id}"`), 'without the name');
        assert.ok(!JSON.stringify(after[at].round).includes(`\\"${victim.id}\\"`), 'results name the person no more');
    }
    const counts = (at) => Object.values(after[at].round).filter(({ results }) => results)
        .map(({ results }) => JSON.parse(results)[0].counts.reduce((sum, count) => sum + count));
    assert.deepEqual([counts(1), counts(2)], [[5], [5]], 'what was shown stays as it was');

    // On the screens that were open all the while.
    for (const [leader, member] of pages) {
        await leader.sees(english.say('vote_group', { k: 4, n: 4 }));
        await member.sees(english.say('vote_group', { k: 4, n: 4 }));
        assert.equal(await leader.app.getByText(victim.name).count(), 0);
    }
    const [[leader, member], [chief, colleague]] = pages;
    await leader.reveal();
    const four = [1, 2, 3, 4, 5].map((point) => VALUES.slice(1).filter((value) => value === point).length);
    for (const one of [leader, member]) {
        await eventually(async () => assert.deepEqual((await one.results()).map(({ bars }) => bars[0]), ITEMS.map(() => one.bar(four, 0))));
        assert.ok(!(await one.app.innerText()).includes('Omdat Noor het zegt.'));
    }
    await chief.reveal();
    for (const one of [chief, colleague]) {
        await eventually(async () => {
            const [card] = (await one.results()).filter(({ statement }) => statement === 1);
            // The first round as it was shown, with five; the second with four.
            assert.deepEqual(card.bars, [one.bar(four, 0), one.bar(four.map((count, at) => count + (at === 4 ? 1 : 0)), 0)]);
        });
        assert.ok(!(await one.app.innerText()).includes(victim.name));
    }
    await pictures(chief.page, `moodle-${version}-after-erasure`, { within });
    await colleague.lookAt('vervolgacties');
    await colleague.app.getByText('Bellen met de bibliotheek').first().waitFor();
    assert.ok(!(await colleague.app.innerText()).includes(victim.name));
});
