// Every format in a real site, from its start to its closing page, with a trainer who leads: what to do is read from
// the format's file. Each is done in one language in the oldest version of Moodle and in the other in those after it.
// Somebody of another group is in the same activity meanwhile, and must learn nothing.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { everyone } from '../lib/blocks/all.mjs';
import { meetingOf, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';
import { firstMeeting, hold, startNext } from '../lib/series.mjs';
import { Session } from '../lib/session.mjs';
import { words } from '../lib/words.mjs';

const version = site.version.slice(0, 3);
const app = '#leerlandschap-app';

/** The first learners of a group, and somebody of another one. */
function team(size) {
    const [group, other] = site.groups.map(({ id }) => ({
        id, members: Object.values(site.users).filter((user) => user.group === id).map(({ username }) => username),
    }));
    return { courseid: site.courseid, group: group.id, members: group.members.slice(0, size), outsider: other.members[0] };
}

/** The same of the larger groups. */
function scanTeam(size) {
    const [group, other] = site.scan.groups;
    return { courseid: site.scan.courseid, group: group.id, members: group.members.slice(0, size), outsider: other.members[0] };
}

/**
 * What a group does: the meetings of its series by their parts, and the screens that are checked and drawn inside
 * Moodle's theme (those of the standalone page are all checked there; `2-` before a screen is the second meeting's).
 */
const oldest = [
    { format: 'open-leergesprek', language: 'nl', team: team(3), parts: ['inleiding'] },
    { format: 'leerklimaat', language: 'nl', team: scanTeam(6), parts: ['invullen'] },
    { format: 'leerkring', language: 'en', team: team(3), parts: ['start', 'bijeenkomst'] },
    { format: 'werkoverleg', language: 'nl', team: team(3), parts: ['start'] },
];
const newer = [
    {
        format: 'open-leergesprek', language: 'en', team: team(3), parts: ['inleiding'],
        look: ['invalshoeken-results', 'canvas-dotted', 'klopt-het-confirm', 'klopt-het-comments', 'vijfjarenplan-plan', 'closing'],
    },
    {
        format: 'leerklimaat', language: 'en', team: scanTeam(6), parts: ['invullen'],
        look: ['vragenlijst-questions', 'prikkels-dots', 'closed'],
    },
    // One of this group keeps what they want to learn to themselves.
    {
        format: 'leerkring', language: 'nl', team: team(3), silent: 2, parts: ['start', 'bijeenkomst', 'bijeenkomst'],
        look: ['leervraag-private', '2-start', '3-vorige-keer-look-back', '3-check-out-results', '3-closed'],
    },
    { format: 'werkoverleg', language: 'en', team: team(3), parts: ['week', 'maand'], look: ['runs', '2-retrospectief-dotted'] },
    // In both languages, one meeting: exercise.spec.mjs.
    {
        format: 'leerlandschap', language: 'nl', team: team(3), parts: ['gesprek', 'later'],
        look: ['uitgangspunten-supported', '2-start', '2-aanvullen-principles'],
    },
];

/** Screens on which people have written what nobody else may know yet. */
const unseen = /-(private|hidden)$/;

/** Somebody of the other group, with a room of their own in the same activity. */
async function watcher(walk, cmid) {
    const session = await Session.open({ ...site, cmid }, walk.team.outsider);
    await session.done('take_part', { type: 'join', step: null });
    const look = async () => {
        const { room } = await session.done('get_meeting', {});
        assert.equal(room.people.length, 1, 'alone in the own room');
    };
    return {
        name: 'somebody of another group',
        look,
        /** Nothing of the group was ever sent, nor does the web service give it away when it is asked. */
        async check({ members }, written) {
            await look();
            const other = { groupid: walk.team.group };
            const { room, me } = await session.done('get_meeting', other);
            assert.equal(room, null);
            assert.equal(me.notice, 'other_group');
            const join = { type: 'join', step: null, meeting: await meetingOf(members[0]) };
            assert.equal((await session.call('take_part', { ...join, ...other })).refusal.errorcode, 'other_group');
            assert.equal((await session.call('take_part', join)).refusal.errorcode, 'unknown_meeting');
            await session.heard.never([...members.map(({ name }) => name), ...written], 'somebody of another group');
            await session.close();
        },
    };
}

/** What is looked at on the way: no text leaves its author too early, and the chosen screens fit Moodle's page. */
function looking({ format, look = [] }, group) {
    const seen = [];
    const problems = [];
    const visit = async (screen, participant) => {
        const { meeting, watch } = group;
        await watch.look();
        const [step] = screen.split(unseen);
        if (unseen.test(screen)) {
            const note = ({ name }) => `${meeting.number}.${step}: ${name} ziet dit zo`;
            await Promise.all(everyone(meeting).map(({ heard, name }) => heard.never(
                meeting.members.filter((member) => member.name !== name).map(note), name)));
        }
        const name = meeting.number > 1 ? `${meeting.number}-${screen}` : screen;
        if (!look.includes(name) || seen.includes(name)) {
            return;
        }
        seen.push(name);
        try {
            await pictures(participant.page, `moodle-${version}-${format}-${name}`, { within: app });
            await checkAccessibility(participant.page, { within: app });
        } catch (error) {
            // The walk goes on, so that one run tells of every page.
            problems.push(`${name}: ${error.message}`);
        }
    };
    const check = () => {
        assert.deepEqual(problems, []);
        assert.deepEqual(seen.sort(), [...look].sort(), 'every screen that was to be looked at');
    };
    return { visit, check };
}

/** What nobody but its author was ever sent. */
async function keptSecret({ leader, members, silent }) {
    const secret = `1.leervraag: ${silent.name} ziet dit zo`;
    await Promise.all([leader, ...members].filter((one) => one !== silent).map(({ heard, name }) => heard.never([secret], name)));
    assert.ok((await silent.heard.all()).includes(secret), 'its author has it');
    return secret;
}

async function meet(people, walk) {
    const { format, language, parts } = walk;
    const { courseid, group: groupid, members: usernames } = walk.team;
    const { cmid } = await arrange(site, 'activity', { course: courseid, name: format, format, groupmode: 1 });
    const options = { cmid, language, words: await words(language, format) };
    const [leader, ...members] = await Promise.all([
        people.open('trainer', { ...options, group: groupid }),
        ...usernames.map((username) => people.open(username, options)),
    ]);
    const group = { watch: await watcher(walk, cmid) };
    const look = looking(walk, group);
    group.meeting = firstMeeting({ leader, members, silent: members[walk.silent], visit: look.visit });
    const written = [];
    for (const [at, part] of parts.entries()) {
        if (at > 0) {
            group.meeting = await startNext(group.meeting, part);
        }
        await hold(group.meeting, part);
        written.push(...group.meeting.outcome);
    }
    if (group.meeting.silent) {
        written.push(await keptSecret(group.meeting));
    }
    await group.watch.check(group.meeting, written);
    look.check();
}

// Their waits pass side by side.
describe('every format', { concurrency: 2 }, () => {
    for (const walk of version === '4.5' ? oldest : newer) {
        moodleTest(`${walk.format}, ${walk.parts.join(', then ')}`, (people) => meet(people, walk));
    }
});
