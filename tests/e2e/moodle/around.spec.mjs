// What Moodle's own pages show of an activity, in both languages: overviews, lists, recent activity, the form, calendar and
// timeline, messages, and the reset of a course; and the one dialog of the app that no walk comes to.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { runScheduled } from '../lib/cron.mjs';
import { eventuallyEqual } from '../lib/eventually.mjs';
import { Held } from '../lib/held.mjs';
import { langFile } from '../lib/lang.mjs';
import { dutch, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3', 'learner4'];
const EVERYBODY = [...LEARNERS, 'trainer'].map((name) => site.users[name].id);
const version = site.version.slice(0, 3);
const newer = Number(version) >= 5;
const languages = [['en', english, await langFile('en')], ['nl', dutch, await langFile('nl')]];
const NAME = 'Samen leren';
const ACTION = 'Bellen met de bibliotheek';

/** A day that timelines and the month of a calendar show, however soon that month ends. */
function soon() {
    const now = new Date();
    const tomorrow = new Date(now.getTime() + 86400000);
    return (tomorrow.getMonth() === now.getMonth() ? tomorrow : now).toISOString().slice(0, 10);
}

/** A team's course with a meeting under way: two steps done, and an action in the name of the first learner. */
async function course() {
    const roles = Object.fromEntries(LEARNERS.map((name) => [site.users[name].id, 'student']));
    const team = await arrange(site, 'team', {
        course: { fullname: 'Rondom', shortname: `around-${Date.now()}`, numsections: 1, enablecompletion: 1 },
        group: 'Team Noord', users: { ...roles, [site.users.trainer.id]: 'editingteacher' },
    });
    const activity = await arrange(site, 'activity', {
        course: team.courseid, name: NAME, groupmode: 1, section: 1, timeclose: Math.floor(Date.now() / 1000) + 20 * 86400,
        completion: 2, completionfinish: 1, completionwrite: 1,
    });
    await arrange(site, 'activity', { course: team.courseid, name: 'Nog niet begonnen', groupmode: 1, section: 1 });
    const held = await Held.begin({ ...site, cmid: activity.cmid }, 'trainer', LEARNERS);
    await held.go('@start', 'stellingen');
    for (const who of LEARNERS.keys()) {
        await held.answer(who, { st1: 1, st2: 2, st3: 3, st4: 4, st5: 5 });
    }
    await held.round(1, 'open', 'revealed');
    await held.go('stellingen', 'opbrengst', 'vervolgacties');
    await held.write(1, 'vervolgacties', 'action', {
        what: ACTION, who_person: String(site.users.learner1.id), when: soon(), status: 'open',
    });
    await held.end();
    return { ...team, ...activity };
}

/** A look at a page of Moodle in all widths, and at what of it is ours. */
async function look(page, name, ours) {
    await pictures(page, `moodle-${version}-${name}`, { within: 'body' });
    if (ours) {
        await checkAccessibility(page, { within: ours });
    }
}

/** Fails where the page does not say all of these. */
async function says(page, within, ...texts) {
    const all = (await page.locator(within).first().innerText()).replace(/\s+/g, ' ');
    texts.forEach((text) => assert.ok(all.includes(text), `“${text}” in: ${all}`));
}

async function lists({ courseid }, [code, , text], trainer, learner) {
    for (const [who, page, headings] of [
        ['trainer', trainer, ['overview:joined', 'overview:openmeetings', 'overview:openactions']],
        ['learner', learner, ['overview:meeting', 'overview:steps', 'overview:ownactions']],
    ]) {
        const names = headings.map((name) => text(name));
        const facts = who === 'trainer' ? ['4'] : [text('status:open', 1), text('status:none'), text('overview:of', { done: 1, asked: 3 })];
        if (newer) {
            await page.goto(`${site.url}/course/overview.php?id=${courseid}&expand[]=leerlandschap`);
            await page.getByText('Nog niet begonnen').first().waitFor();
            await says(page, '#region-main', NAME, ...names, ...facts);
            await look(page, `overview-${who}-${code}`);
        }
        await page.goto(`${site.url}/mod/leerlandschap/index.php?id=${courseid}`);
        await says(page, '.mod_index', NAME, ...names, ...facts);
        await look(page, `index-${who}-${code}`, '.mod_index');
    }
    await learner.goto(`${site.url}/course/recent.php?id=${courseid}`);
    await says(learner, '#region-main', NAME, text('status:open', 1));
    await look(learner, `recent-${code}`, '#region-main ul.list-unstyled');
}

async function form({ cmid }, [code, , text], trainer) {
    await trainer.goto(`${site.url}/course/modedit.php?update=${cmid}`);
    const section = trainer.locator('#id_activitycompletionheader');
    if (await section.locator('.ftoggler [aria-expanded=false]').count() > 0) {
        await section.locator('.ftoggler a').click();
    }
    await section.getByText(text('completionfinish')).first().waitFor();
    await says(trainer, '#id_activitycompletionheader', text('completionfinish'), text('completionanswer'), text('completionwrite'));
    await look(trainer, `completion-form-${code}`);
}

async function mine({ cmid }, [code, , text], learner) {
    await learner.goto(`${site.url}/my/`);
    // Core shows the activity here instead of the event's own name.
    const event = learner.locator('[data-region=event-list-item]').filter({ hasText: text('timelineactiondue') });
    await event.first().waitFor();
    await says(learner, '.block_timeline', NAME, text('timelineactiondue'));
    await look(learner, `timeline-${code}`);
    await learner.goto(`${site.url}/calendar/view.php?view=month`);
    await learner.locator('[data-region=event-item]').filter({ hasText: text('calendaraction', NAME) }).first().waitFor();
    await look(learner, `calendar-month-${code}`);
    await learner.goto(`${site.url}/calendar/view.php?view=upcoming`);
    await says(learner, '#region-main', text('calendaraction', NAME), ACTION);
    await look(learner, `calendar-${code}`);
    await learner.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
    await learner.locator('#leerlandschap-app[data-state=running]').waitFor();
    await look(learner, `activity-head-${code}`);
}

/** The message came in the language that the learner had then. */
async function message([code, , text], learner) {
    await learner.goto(`${site.url}/my/`);
    await learner.locator('.popover-region-notifications .popover-region-toggle').first().click();
    await learner.getByText(text('message:action_assigned:subject', { activity: NAME })).first().waitFor();
    await look(learner, `message-popover-${code}`);
    await learner.goto(`${site.url}/message/output/popup/notifications.php`);
    await learner.getByText(text('message:action_assigned:subject', { activity: NAME })).first().click();
    await learner.getByText(ACTION).first().waitFor();
    await look(learner, `message-${code}`);
}

async function resetForm({ courseid }, [code, , text], trainer) {
    await trainer.goto(`${site.url}/course/reset.php?id=${courseid}`);
    await trainer.getByLabel(text('resetmeetings')).waitFor();
    assert.ok(await trainer.getByLabel(text('resetmeetings')).isChecked(), 'chosen by itself, as in core');
    await look(trainer, `reset-form-${code}`);
}

moodleTest('Moodle shows the activity on its own pages, and resets it', async (people) => {
    const where = await course();
    const window = { viewport: { width: 1280, height: 900 } };
    const [trainer, learner] = [await people.login('trainer', window), await people.login('learner1', window)];
    try {
        for (const language of languages) {
            await arrange(site, 'language', { users: EVERYBODY, lang: language[0] });
            // The session has the language of before.
            await Promise.all([trainer, learner].map((page) => page.goto(`${site.url}/my/?lang=${language[0]}`)));
            if (language === languages[0]) {
                await runScheduled(site, 'mod_leerlandschap\\task\\follow_actions');
            }
            await lists(where, language, trainer, learner);
            await form(where, language, trainer);
            await resetForm(where, language, trainer);
        }
    } finally {
        await arrange(site, 'language', { users: EVERYBODY, lang: 'en' });
    }
    await Promise.all([trainer, learner].map((page) => page.goto(`${site.url}/my/?lang=en`)));
    await message(languages[0], learner);
    await mine(where, languages[0], learner);

    // A reset, with nothing chosen but what is ours: the meetings are gone with all that came of them, the activity stays.
    const member = await people.open('learner2', { cmid: where.cmid });
    assert.notDeepEqual(await arrange(site, 'grades', { cmid: where.cmid }), {});
    const held = Math.max(...Object.keys((await arrange(site, 'stored', { id: where.id })).meeting).map(Number));
    await trainer.goto(`${site.url}/course/reset.php?id=${where.courseid}`);
    await trainer.getByRole('button', { name: 'Deselect all' }).click();
    const ours = trainer.getByLabel(languages[0][2]('resetmeetings'));
    await ours.and(trainer.locator(':not(:checked)')).waitFor();
    await ours.check();
    await trainer.getByRole('button', { name: 'Reset course' }).click();
    await trainer.getByRole('dialog').getByRole('button', { name: 'Reset course' }).click();
    await trainer.getByRole('cell', { name: languages[0][2]('resetmeetings') }).waitFor();
    await look(trainer, 'reset-done-en');
    const stored = await arrange(site, 'stored', { id: where.id });
    // Whoever had it open may have begun a meeting that is new.
    stored.meeting = Object.values(stored.meeting).filter(({ id }) => Number(id) <= held);
    const left = Object.fromEntries(Object.entries(stored).map(([table, rows]) => [table, Object.keys(rows).length]));
    // Only the closing date of the activity is left in calendars.
    const emptied = ['meeting', 'answer', 'consent', 'contrib', 'locked', 'pending', 'presence', 'progress', 'round', 'sharing', 'action'];
    assert.deepEqual(left, { ...Object.fromEntries(emptied.map((table) => [table, 0])), event: 1 });
    assert.deepEqual(await arrange(site, 'grades', { cmid: where.cmid }), {});
    // Whoever had it open finds a new start.
    // The page may load itself anew at this very moment, since its meeting is gone.
    await member.page.reload().catch((error) => assert.match(error.message, /ERR_ABORTED/));
    await member.ready();
    await member.at('@start');
    await member.button(english.say('join')).waitFor();
    await eventuallyEqual(() => member.app.locator('.ll-person').count(), 0);
});

moodleTest('the chair is handed over', async (people) => {
    const { cmid } = await arrange(site, 'activity', {
        course: site.courseid, name: 'Handing over', groupmode: 0, facilitation: 'members',
    });
    for (const [code, words] of languages) {
        await arrange(site, 'language', { users: EVERYBODY, lang: code });
        try {
            const [anna, bilal] = [await people.open('learner1', { cmid, words }), await people.open('learner2', { cmid, words })];
            for (const member of [anna, bilal]) {
                if (code === 'en') {
                    await member.join();
                }
            }
            const [from, to] = code === 'en' ? [anna, bilal] : [bilal, anna];
            if (code === 'en') {
                await from.button(words.say('chair_take')).click();
            }
            await from.text(words.say('chair_mine')).waitFor();
            const title = words.say('chair_hand', to.name);
            await from.lead(title);
            await from.app.getByRole('dialog', { name: title }).waitFor();
            await checkAccessibility(from.page, { within: '#leerlandschap-app' });
            await pictures(from.page, `moodle-${version}-hand-over-${code}`, { within: '#leerlandschap-app' });
            await from.confirm(title, words.say('chair_hand_yes'));
            await to.text(words.say('chair_mine')).waitFor();
            await from.text(words.say('chair_held', to.name)).waitFor();
            await Promise.all([anna, bilal].map(({ page }) => page.context().close()));
        } finally {
            await arrange(site, 'language', { users: EVERYBODY, lang: 'en' });
        }
    }
});
