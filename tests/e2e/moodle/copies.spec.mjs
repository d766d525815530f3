// What becomes of running meetings when courses and activities are copied through Moodle's own screens: the people of a
// group go on in a copy, nobody votes twice, and whoever copies is told what did not come along.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { Held } from '../lib/held.mjs';
import { langFile } from '../lib/lang.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { plan } from '../lib/plan.mjs';
import { backUp, bringBack, duplicate, importFrom, remove, restoreAsNew } from '../lib/reuse.mjs';
import { pictures } from '../lib/screens.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3', 'learner4'];
const GROUP = 'Team Noord';
const within = '#leerlandschap-app';
const version = site.version.slice(0, 3);
const text = await langFile('en');

const statements = [1, 2, 3, 4, 5];
const votes = plan(4);
const ballot = (who) => Object.fromEntries(statements.map((number) => [`st${number}`, votes.votes[number][who]]));

/** A course with a team and two activities in which a meeting is under way: one hidden, one named. */
async function origin() {
    const roles = Object.fromEntries(LEARNERS.map((name) => [site.users[name].id, 'student']));
    const team = await arrange(site, 'team', {
        course: { fullname: 'Voor het kopiëren', shortname: `copies-${Date.now()}`, numsections: 1 },
        group: GROUP,
        users: { ...roles, [site.users.trainer.id]: 'editingteacher' },
    });
    const make = (name, settings) => arrange(site, 'activity', { course: team.courseid, name, groupmode: 1, section: 1, ...settings });
    const hidden = await make('Verborgen', { visibility: 'hidden' });
    const named = await make('Met namen', { visibility: 'named' });

    // Hidden: three of four have answered the first round; an action is agreed.
    let held = await Held.begin({ ...site, cmid: hidden.cmid }, 'trainer', LEARNERS);
    await held.go('@start', 'stellingen', 'opbrengst', 'vervolgacties');
    await held.write(1, 'vervolgacties', 'action', {
        what: 'Praten met de directie', who_person: String(site.users.learner1.id), when: '2031-03-09', status: 'open',
    });
    await held.go('vervolgacties', 'stellingen');
    for (const who of [0, 1, 2]) {
        await held.answer(who, ballot(who));
    }
    await held.end();

    // Named: the first round is shown, two of four have answered the second; an action is agreed.
    held = await Held.begin({ ...site, cmid: named.cmid }, 'trainer', LEARNERS);
    await held.go('@start', 'stellingen');
    for (const who of [0, 1, 2, 3]) {
        await held.answer(who, ballot(who));
    }
    await held.round(1, 'open', 'revealed');
    await held.go('stellingen', 'opbrengst', 'vervolgacties');
    await held.write(2, 'vervolgacties', 'action', {
        what: 'Samen opleiden', who_person: String(site.users.learner2.id), when: '2031-03-09', status: 'open',
    });
    await held.go('vervolgacties', 'stellingen');
    await held.round(2, 'none', 'open', ['st1']);
    for (const who of [0, 1]) {
        await held.answer(who, { st1: votes.again.votes[who] }, 2);
    }
    await held.end();
    return { ...team, hidden, named };
}

/** The activities of a course by name. */
async function activitiesOf(courseid) {
    const { activities } = await arrange(site, 'activities', { courseid });
    return Object.fromEntries(activities.map((activity) => [activity.name, activity]));
}

/** Those who were locked out of a round cannot answer it, and read why. */
async function isLocked(participant) {
    await participant.at('stellingen');
    await participant.text(english.say('locked')).waitFor();
    assert.equal(await participant.app.getByRole('radio', { disabled: false }).count(), 0, `${participant.name} cannot answer again`);
}

/** The team goes on in the copy of the hidden meeting, to its end. */
async function goOnHidden(people, { cmid }, group) {
    const leader = await people.open('trainer', { cmid, group });
    const members = [];
    for (const name of LEARNERS) {
        members.push(await people.open(name, { cmid }));
    }
    const [first, , , last] = members;
    for (const member of members.slice(0, 3)) {
        await isLocked(member);
        // Nobody is shown an answer as their own: whose those of a backup are, nothing tells.
        assert.equal(await member.app.locator('.ll-statement :checked').count(), 0);
    }
    await pictures(first.page, `moodle-${version}-restored-locked`, { within });
    await checkAccessibility(first.page, { within });
    await leader.at('stellingen');
    await leader.sees(english.say('vote_group', { k: 3, n: 4 }));
    await pictures(leader.page, `moodle-${version}-restored-leading`, { within });
    for (const number of statements) {
        await last.answer(number, votes.votes[number][3]);
    }
    await last.saved();
    await leader.sees(english.say('vote_group', { k: 4, n: 4 }));
    await leader.reveal();
    for (const one of [leader, ...members]) {
        await one.seesResults(votes.results.first);
    }
    await pictures(first.page, `moodle-${version}-restored-results`, { within });

    // What was agreed came along, and goes on.
    await leader.takeGroupTo('opbrengst');
    await leader.takeGroupTo('vervolgacties');
    const card = (participant) => participant.app.locator('.ll-list > .ll-action').filter({ hasText: 'Praten met de directie' });
    await first.at('vervolgacties');
    assert.ok((await card(first).innerText()).includes(site.users.learner1.name), 'whose the action is');
    await card(first).getByRole('combobox').selectOption({ label: english.say('status_done') });
    await eventuallyEqual(() => card(last).getByRole('combobox').inputValue(), 'done');
    await leader.takeGroupTo('uitgangspunten');
    await last.at('uitgangspunten');
    await last.app.getByLabel(english.say('principle_new')).fill('Leren is werk.');
    await last.button(english.say('add')).click();
    await last.saved();
    await leader.takeGroupTo('@closing');
    await first.at('@closing');
    for (const line of ['Praten met de directie', 'Leren is werk.']) {
        await first.app.getByText(line).first().waitFor();
    }
    await leader.lead(english.say('close_meeting'));
    await leader.confirm(english.say('close_title'), english.say('close_meeting'));
    await first.sees(english.say('banner_closed'));
    await Promise.all([leader, ...members].map(({ page }) => page.context().close()));
}

/** The team goes on in the copy of the named meeting: what people answered is still theirs. */
async function goOnNamed(people, { cmid }, group) {
    const leader = await people.open('trainer', { cmid, group });
    const first = await people.open('learner1', { cmid });
    await first.at('stellingen');
    await first.choice(1, votes.again.votes[0]).and(first.page.locator(':checked')).waitFor();
    await first.answer(1, 1);
    await first.saved();
    await leader.sees(english.say('vote_group', { k: 2, n: 4 }));
    const held = await Held.begin({ ...site, cmid }, 'trainer', ['learner3', 'learner4']);
    await held.answer(0, { st1: 5 }, 2);
    await held.answer(1, { st1: 5 }, 2);
    await held.end();
    await leader.sees(english.say('vote_group', { k: 4, n: 4 }));
    await leader.reveal();
    const article = first.app.getByRole('article').filter({ hasText: english.statements[0].text });
    await article.getByText(english.say('who_chose_what'), { exact: true }).first().click();
    await eventually(async () => {
        const voices = await article.locator('.ll-voices').first().innerText();
        for (const name of LEARNERS) {
            assert.ok(voices.includes(site.users[name].name), `${site.users[name].name} in ${voices}`);
        }
    });
    await Promise.all([leader, first].map(({ page }) => page.context().close()));
}

moodleTest('running meetings are backed up, restored, duplicated, imported, deleted and brought back', async (people, logs) => {
    // Core tells the error log of every step of a copy, where it is told to tell everything.
    await arrange(site, 'config', { backup_error_log_logger_level: 10 });
    const course = await origin();
    const before = await activitiesOf(course.courseid);
    const admin = await people.login('admin', { viewport: { width: 1280, height: 900 } });
    await backUp(admin, site, course.courseid);
    await restoreAsNew(admin, site, course.contextid, {
        visit: (screen) => pictures(admin, `moodle-${version}-restore-${screen}`, { within: null }),
    });
    const copy = await arrange(site, 'newest');
    assert.notEqual(copy.courseid, course.courseid);
    const copies = await activitiesOf(copy.courseid);
    for (const name of ['Verborgen', 'Met namen']) {
        assert.deepEqual(copies[name].settings, before[name].settings, name);
        assert.equal(copies[name].meetings, 1, name);
    }
    await goOnHidden(people, copies.Verborgen, copy.groups[GROUP]);
    await goOnNamed(people, copies['Met namen'], copy.groups[GROUP]);
    // The meetings that were copied did not move.
    const untouched = await people.open('learner1', { cmid: course.hidden.cmid });
    await untouched.at('stellingen');
    await untouched.choice(1, 1).and(untouched.page.locator(':checked')).waitFor();
    await untouched.page.context().close();

    // Without its groups their meetings stay out. Nobody saw cron restore: who asked for it is told by a message.
    await restoreAsNew(admin, site, course.contextid, { without: 'Include groups and groupings' });
    const bare = await activitiesOf((await arrange(site, 'newest')).courseid);
    assert.deepEqual(Object.values(bare).map(({ meetings }) => meetings), [0, 0]);
    await admin.goto(`${site.url}/message/output/popup/notifications.php`);
    const subject = text('message:restore_incomplete:subject', 'Verborgen');
    await admin.getByText(subject).first().click();
    await admin.getByText(text('restore:groups', { name: 'Verborgen', count: 1 })).first().waitFor();
    await pictures(admin, `moodle-${version}-restore-message`, { within: 'body' });

    // A duplicate and an import have the settings, and nobody's meeting.
    const trainer = await people.login('trainer', { viewport: { width: 1280, height: 900 } });
    await duplicate(trainer, site, course.courseid, 'Verborgen');
    const target = await arrange(site, 'team', {
        course: { fullname: 'Een nieuw jaar', shortname: `import-${Date.now()}` }, group: GROUP,
        users: { [site.users.trainer.id]: 'editingteacher' },
    });
    await importFrom(trainer, site, course.courseid, target.courseid);
    const [there, imported] = [await activitiesOf(course.courseid), await activitiesOf(target.courseid)];
    for (const [other, name] of [[there['Verborgen (copy)'], 'Verborgen'], [imported.Verborgen, 'Verborgen'], [imported['Met namen'], 'Met namen']]) {
        assert.deepEqual([other.settings, other.meetings], [before[name].settings, 0], other.name);
    }

    // Deleted and brought back: the secret is gone, so the open round is closed to all who had joined, and the trainer is told.
    await remove(trainer, site, course.courseid, 'Verborgen');
    assert.equal((await activitiesOf(course.courseid)).Verborgen, undefined);
    await bringBack(trainer, site, course.contextid);
    await trainer.getByText(text('restore:locked', { name: 'Verborgen', count: 1 })).waitFor();
    await pictures(trainer, `moodle-${version}-recycle-bin`, { within: 'body' });
    const { Verborgen: again } = await activitiesOf(course.courseid);
    const last = await people.open('learner4', { cmid: again.cmid });
    await isLocked(last);
    const leader = await people.open('trainer', { cmid: again.cmid, group: course.groupid });
    await leader.sees(english.say('vote_group', { k: 3, n: 4 }));
});
