// Other systems read reports and participation by token: the commands that docs/rest.md shows, run as they stand there
// against a real site, and everybody who is refused.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { arrange } from '../lib/arrange.mjs';
import { moodleTest, site } from '../lib/moodle-suite.mjs';

const run = promisify(execFile);
const [north, south] = site.groups;
const id = (username) => site.users[username].id;
const DAY = 86400;

/** The commands of the documentation by the function that they call, each with the answer that stands below it. */
async function documented() {
    const text = await readFile(new URL('../../../docs/rest.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/```sh\n(curl [\s\S]*?)```\s+```json\n([\s\S]*?)```/g)];
    return Object.fromEntries(examples.map(([, command, answer]) => {
        const [, name] = command.match(/wsfunction=(\w+)/);
        return [name, { command, answer: JSON.parse(answer) }];
    }));
}

const examples = await documented();

/** Runs a command of the documentation in a shell, for an activity and with a token. */
async function curl(name, cmid, token) {
    const env = { PATH: process.env.PATH, SITE: site.url, TOKEN: token, ACTIVITY: String(cmid) };
    const { stdout } = await run('sh', ['-c', examples[name].command], { env });
    return JSON.parse(stdout);
}

/** Asks a function as another system would. */
async function ask(name, token, values) {
    const form = new URLSearchParams({ wstoken: token, wsfunction: `mod_leerlandschap_${name}`, moodlewsrestformat: 'json', ...values });
    const response = await fetch(`${site.url}/webservice/rest/server.php`, { method: 'POST', body: form });
    return response.json();
}

/** What differs from site to site, and from day to day, by a name for it; all else must be as it is documented. */
function comparable(answer) {
    return JSON.parse(JSON.stringify(answer, (key, value) => {
        if (['id', 'cmid', 'courseid', 'userid', 'meeting', 'itemid'].includes(key) && Number.isInteger(value)) {
            return 'id';
        }
        if (['joined', 'noted', 'closed'].includes(key) && value > 0) {
            assert.equal(value % DAY, 0, `${key} is a day, where answers are hidden`);
            return 'day';
        }
        return value;
    }));
}

const answers = (username, values) => values.map((value, index) => [id(username), {
    type: 'answer', item: `st${index + 1}`, round: 1, value, reason: `A reason of ${username}`, seq: 1,
}]);
const goTo = (from, to) => [id('trainer'), { type: 'go_to', from, to }];
const round = (to) => [id('trainer'), { type: 'set_round', step: 'stellingen', round: 1, from: 'open', to }];
const save = (username, number, step, kind, fields) => [id(username), {
    type: 'save', id: `3f2504e0-4f89-41d3-9a0c-0305e82c${String(number).padStart(4, '0')}`, step, kind, base: null, fields,
}];

/** An activity in which a group is at the statements, and has answered them, the last one by too few. */
async function voted() {
    const { cmid } = await arrange(site, 'activity', {
        course: site.courseid, name: 'Team days', groupmode: 1, scale: 'agree3', grade: 10,
    });
    const members = ['learner1', 'learner2', 'learner3'];
    await arrange(site, 'play', { cmid, groupid: north.id, script: [
        ...members.map((username) => [id(username), { type: 'join' }]),
        goTo('@start', 'stellingen'),
        ...answers('learner1', [3, 3, 1, 2]),
        ...answers('learner2', [3, 2, 1, 3]),
        ...answers('learner3', [3, 1, 1, 3]),
    ] });
    await arrange(site, 'play', { cmid, groupid: south.id, script: [[id('learner5'), { type: 'join' }]] });
    return cmid;
}

/** Goes on from there: the group looks at its result, and agrees on something. */
const agreed = (cmid) => arrange(site, 'play', { cmid, groupid: north.id, script: [
    ...['learner1', 'learner2', 'learner3'].flatMap((username) => answers(username, [3, 3, 1, 2, 2]).slice(4)),
    round('revealed'),
    goTo('stellingen', 'vervolgacties'),
    save('learner1', 1, 'vervolgacties', 'action', {
        what: 'Watch a colleague at work for half a day', who_person: String(id('learner2')), when: '2027-03-01', status: 'open',
    }),
    goTo('vervolgacties', 'uitgangspunten'),
    save('learner3', 2, 'uitgangspunten', 'principle', { text: 'We learn from one another first' }),
] });

moodleTest('what is documented is what comes, and nothing before the reveal', async () => {
    const cmid = await voted();
    const { trainer: token } = await arrange(site, 'tokens', { users: { trainer: id('trainer') } });

    // Before the reveal: neither a number nor a word of a round.
    const before = await ask('get_report', token, { cmid });
    assert.deepEqual(before.meetings.map(({ steps }) => steps), [[], []]);
    assert.doesNotMatch(JSON.stringify(before), /reason|counts/);
    const nobody = await ask('get_participation', token, { cmid });
    assert.deepEqual(nobody.people.map(({ meetings }) => meetings[0].steps), [[], [], [], []]);

    await agreed(cmid);
    assert.deepEqual(Object.keys(examples).sort(), ['mod_leerlandschap_get_participation', 'mod_leerlandschap_get_report']);
    for (const [name, { answer }] of Object.entries(examples)) {
        assert.deepEqual(comparable(await curl(name, cmid, token)), comparable(answer), name);
    }
    const after = JSON.stringify([await ask('get_report', token, { cmid }), await ask('get_participation', token, { cmid })]);
    assert.doesNotMatch(after, /A reason of|voices|voterkey/);
});

moodleTest('under k nothing is told, in whatever language', async () => {
    const cmid = await voted();
    await arrange(site, 'play', { cmid, groupid: north.id, script: [...answers('learner1', [3, 3, 1, 2, 1]).slice(4), round('revealed')] });
    const { trainer: token } = await arrange(site, 'tokens', { users: { trainer: id('trainer') } });
    const { meetings: [meeting] } = await ask('get_report', token, { cmid, groupid: north.id, lang: 'nl' });
    const results = Object.fromEntries(meeting.steps[0].rounds[0].results.map((result) => [result.item, result]));
    assert.deepEqual([results.st1.suppressed, results.st1.counts], [false, [0, 0, 3]]);
    assert.deepEqual([results.st5.suppressed, results.st5.answered, results.st5.counts, results.st5.agreement], [true, 1, [], null]);
    assert.equal(results.st1.labels[0], 'Niet mee eens');
});

/** What core writes into its log of whom it refuses: the error, where it was thrown, and what it looked for. */
const REFUSAL = new RegExp(['REST exception handler: ', '^Error code: ', '^\\* line \\d+ of ',
    '^ +(There could be multiple reasons|\\d\\. The |and none of the services|These settings can be found|> Server > Web)',
    '^ +(SELECT|FROM|JOIN|WHERE) ', '^\\[array \\($', '^ +0 => 987654,$', '^\\)\\]$'].join('|'));

moodleTest('who may not is told nothing', async (people, logs) => {
    logs.expect(REFUSAL);
    const cmid = await voted();
    await agreed(cmid);
    const course = { courseid: site.courseid, password: site.password };
    const stamp = Date.now();
    // A trainer of the other group; one who may not view reports; and one whom nobody named for the service.
    const other = (await arrange(site, 'user', { username: `other${stamp}`, role: 'teacher', groups: [south.id], ...course })).id;
    const without = (await arrange(site, 'user', { username: `without${stamp}`, role: 'editingteacher', ...course })).id;
    const unnamed = (await arrange(site, 'user', { username: `unnamed${stamp}`, role: 'editingteacher', ...course })).id;
    const outside = (await arrange(site, 'user', { username: `outside${stamp}`, password: site.password })).id;
    await arrange(site, 'prohibit', { courseid: site.courseid, userid: without, capability: 'mod/leerlandschap:viewreports' });
    const tokens = await arrange(site, 'tokens', {
        users: { trainer: id('trainer'), learner: id('learner1'), other, without, unnamed, outside }, unnamed: ['unnamed'],
    });
    for (const name of ['get_report', 'get_participation']) {
        const refused = async (code, who, values = {}) => {
            const answer = await ask(name, tokens[who] ?? who, { cmid, ...values });
            assert.equal(answer.errorcode, code, `${name} ${who} ${JSON.stringify(values)}: ${JSON.stringify(answer).slice(0, 300)}`);
            assert.doesNotMatch(JSON.stringify(answer), /Team Noord|Bakker|Watch a colleague/);
        };
        await refused('nopermissions', 'learner');
        await refused('nopermissions', 'without');
        await refused('requireloginerror', 'outside');
        await refused('error:other_group', 'other', { groupid: north.id });
        const { meetings, people } = await ask(name, tokens.other, { cmid });
        assert.deepEqual([(meetings ?? people).length, JSON.stringify(meetings ?? people).includes('Team Noord')], [1, false], 'their own group alone');
        await refused('error:other_group', 'trainer', { groupid: 987654 });
        await refused('invalidcoursemoduleid', 'trainer', { cmid: site.choicecmid });
        await refused('invalidrecordunknown', 'trainer', { cmid: 987654 });
        await refused('invalidparameter', 'trainer', { cmid: 'x' });
        await refused('error:bad_value', 'trainer', { page: -1 });
        await refused('error:too_large', 'trainer', { perpage: 5000 });
        await refused('accessexception', 'unnamed');
        await refused('invalidtoken', '0123456789abcdef0123456789abcdef');
    }
    // The token of this service opens nothing else.
    for (const name of ['get_meeting', 'take_part']) {
        assert.equal((await ask(name, tokens.trainer, { cmid, groupid: north.id })).errorcode, 'accessexception');
    }
    await arrange(site, 'services', { enabled: false });
    assert.equal((await ask('get_report', tokens.trainer, { cmid })).errorcode, 'accessexception', 'turned off');
    await arrange(site, 'services', { enabled: true });
    assert.equal((await ask('get_report', tokens.trainer, { cmid })).total, 2);
});
