// How the groups of a course stand in its activities, on the page that lists these: for whoever teaches, in both languages
// and at all widths; and what a learner sees of it, which is nothing.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { langFile } from '../lib/lang.mjs';
import { moodleTest, site } from '../lib/moodle-suite.mjs';
import { checkWidth, pictures, widths } from '../lib/screens.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3', 'learner4'];
const EVERYBODY = [...LEARNERS, 'trainer'].map((name) => site.users[name].id);
const version = site.version.slice(0, 3);
const languages = [['en', await langFile('en')], ['nl', await langFile('nl')]];
const NAME = 'Samen leren van het werk dat we elke dag doen';
const LIST = '.leerlandschap-rooms';

/** A course with two groups, one of which meets and is late with an action, and an activity where nobody has met. */
async function course() {
    const roles = Object.fromEntries(LEARNERS.map((name) => [site.users[name].id, 'student']));
    const team = await arrange(site, 'team', {
        course: { fullname: 'Groepen', shortname: `groups-${Date.now()}`, numsections: 1 },
        group: 'Team Noord', others: ['Team Zuid & Oost'], users: { ...roles, [site.users.trainer.id]: 'editingteacher' },
    });
    const activity = await arrange(site, 'activity', { course: team.courseid, name: NAME, groupmode: 1, section: 1 });
    await arrange(site, 'activity', { course: team.courseid, name: 'Terugkijken', groupmode: 0, section: 1 });
    const trainer = site.users.trainer.id;
    const places = ['@start', 'stellingen', 'opbrengst', 'vervolgacties'];
    const fields = { what: 'Bellen', who_text: 'wij', when: '2020-02-29', status: 'open' };
    await arrange(site, 'play', {
        cmid: activity.cmid, groupid: team.groupid,
        script: [
            ...LEARNERS.map((name) => [site.users[name].id, { type: 'join' }]),
            ...places.slice(1).map((to, at) => [trainer, { type: 'go_to', from: places[at], to }]),
            [site.users.learner1.id, { type: 'save', id: randomUUID(), step: 'vervolgacties', kind: 'action', base: null, fields }],
        ],
    });
    return { ...team, ...activity };
}

/** The texts of the rows. */
function rows(page) {
    return page.locator(`${LIST} tbody tr`).evaluateAll((all) => all.map((row) => row.innerText.replace(/\s+/g, ' ').trim()));
}

async function look(page, name) {
    for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        await checkAccessibility(page, { within: LIST });
        await checkWidth(page, LIST);
    }
    await pictures(page, `moodle-${version}-${name}`, { within: LIST });
}

moodleTest('A trainer sees how the groups of a course stand, what needs attention first', async (people) => {
    const { courseid, cmid, groupid } = await course();
    const trainer = await people.login('trainer', { viewport: { width: 1280, height: 900 } });
    const address = `${site.url}/mod/leerlandschap/index.php?id=${courseid}`;
    try {
        for (const [code, text] of languages) {
            await arrange(site, 'language', { users: EVERYBODY, lang: code });
            await trainer.goto(`${site.url}/my/?lang=${code}`);
            await trainer.goto(address);
            const [first, ...others] = await rows(trainer);
            assert.equal(others.length, 2);
            for (const part of [`${NAME}: Team Noord`, text('rooms:reason_overdue', 1), text('rooms:atstep', {
                step: 3, steps: 4, title: code === 'nl' ? 'Vervolgacties' : 'Follow-up actions',
            })]) {
                assert.ok(first.includes(part), `“${part}” in: ${first}`);
            }
            assert.ok(others.every((row) => row.includes(text('rooms:none'))), others.join('\n'));
            await look(trainer, `groups-${code}`);
            await trainer.getByRole('link', { name: text('rooms:showurgent', 1) }).click();
            await trainer.getByRole('link', { name: text('rooms:showall', 3) }).waitFor();
            assert.equal((await rows(trainer)).length, 1);
        }
    } finally {
        await arrange(site, 'language', { users: EVERYBODY, lang: 'en' });
    }
    // The link leads into the room of that group.
    await trainer.goto(`${site.url}/my/?lang=en`);
    await trainer.goto(address);
    await trainer.locator(`${LIST} tbody a`).first().click();
    await trainer.locator('#leerlandschap-app[data-state=running]').waitFor();
    const url = new URL(trainer.url());
    assert.deepEqual([url.searchParams.get('id'), url.searchParams.get('group')], [String(cmid), String(groupid)]);
    const learner = await people.login('learner1');
    await learner.goto(address);
    await learner.locator('.mod_index').waitFor();
    assert.equal(await learner.locator(LIST).count(), 0);
});
