// The report of an activity: what three groups came to, held to what stands in the database, by mouse and keyboard, at
// every width.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { look } from '../lib/report-look.mjs';
import { strings } from '../../bench/report/embedded.mjs';

const words = await strings('en');
const say = (name) => words[`report:${name}`];
const { users, groups, courseid } = site.scan;
const trainer = site.users.trainer.id;
const STATEMENTS = 'stellingen';
/** What each member of a group answers to the five statements; null gives no opinion, as two do to the fourth. */
const ANSWERS = [
    [[1, 5, 4, 2, 3], [1, 5, 4, 4, 3], [1, 4, 4, 2, 3], [5, 4, null, 4, 3], [1, 5, 4, 2, 3]],
    [[4, 5, 4, null, 3], [5, 4, 3, null, 3], [4, 4, 4, 1, 2], [2, 5, 5, 1, 3]],
    // Two people: under k.
    [[3, 3, 3, 3, 3], [5, 5, 5, 5, 5]],
];

const steer = (command) => [trainer, command];

/** Three groups meet, and see what they come to. */
async function held(name) {
    const { cmid, id } = await arrange(site, 'activity', { course: courseid, name, groupmode: 1 });
    for (const [at, group] of groups.entries()) {
        const members = group.members.slice(0, ANSWERS[at].length).map((username) => users[username].id);
        const answers = members.flatMap((user, who) => ANSWERS[at][who].map((value, item) => [user, {
            type: 'answer', item: `st${item + 1}`, round: 1, value, reason: '', seq: 1,
        }]));
        await arrange(site, 'play', { cmid, groupid: group.id, script: [
            ...members.map((user) => [user, { type: 'join' }]),
            steer({ type: 'go_to', from: '@start', to: STATEMENTS }),
            ...answers,
            steer({ type: 'set_round', step: STATEMENTS, round: 1, from: 'open', to: 'revealed' }),
        ] });
    }
    return { cmid, id };
}

/**
 * How often each point was chosen, straight from the answers in the database: of each statement the sum of the groups in
 * which at least so many gave an opinion.
 */
async function counted(id, least) {
    const stored = await arrange(site, 'stored', { id });
    const sums = {};
    for (const meeting of Object.values(stored.meeting)) {
        const answers = Object.values(stored.answer).filter((row) => row.meetingid === meeting.id && row.value !== null);
        for (const item of new Set(answers.map((row) => row.subject))) {
            const values = answers.filter((row) => row.subject === item).map((row) => Number(row.value));
            sums[item] ??= [0, 0, 0, 0, 0];
            if (values.length >= least) {
                values.forEach((value) => { sums[item][value - 1] += 1; });
            }
        }
    }
    return sums;
}

/** The rows of a table by the number of their statement: the texts of the other cells. */
async function rows(table) {
    const all = await table.locator('tbody tr').evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.textContent)));
    return Object.fromEntries(all.map(([title, ...cells]) => [`st${title.split('.')[0]}`, cells]));
}

const open = async (people, cmid, fragment = '') => {
    const page = await people.login('trainer');
    await page.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}${fragment}`);
    await page.locator('.ll-rep').waitFor();
    return page;
};

const shot = (name) => `moodle-${site.version.slice(0, 3)}-report-${name}`;

moodleTest('three groups come to what stands in the database', async (people) => {
    const { cmid, id } = await held('Three teams');
    const page = await open(people, cmid);
    await page.getByRole('heading', { name: say('page_statements') }).waitFor();
    const [shown, everybody] = [await counted(id, 3), await counted(id, 1)];
    assert.notDeepEqual(shown, everybody, 'there is something to hide');

    await page.getByText(english.say('as_table')).click();
    const table = page.locator('.ll-table table');
    const found = await rows(table);
    for (const [item, counts] of Object.entries(shown)) {
        assert.deepEqual(found[item].slice(1, 6).map(Number), counts, item);
    }
    // st1: [4, 1, 0, 2, 2] of nine. F = 4, 5, 5, 7: D = 2·(4 + 4 + 4 + 2) / 36 = 28/36, so C = 22 %.
    assert.deepEqual(shown.st1, [4, 1, 0, 2, 2]);
    assert.deepEqual(found.st1.slice(7), ['9 of 9', '22%', english.say('class_divided')]);
    const first = page.locator('.ll-result').first();
    await first.getByText(say('groups_hidden').replace('{$a->groups}', say('groups_one').replace('{$a}', '1')).replace('{$a->k}', '3')).waitFor();
    assert.ok((await first.innerText()).includes(english.statements[0].text), 'divided comes first');
    await first.getByText(say('each_group_other').replace('{$a}', '3')).click();
    assert.equal(await first.locator('.ll-bar--slim').count(), 2, 'a bar for each group that is shown');
    await look(page, shot('statements'));
    if (process.env.KEEP_IMAGES) {
        // For the README.
        await page.setViewportSize({ width: 1000, height: 900 });
        const { y } = await page.locator('.ll-rep-nav').boundingBox();
        await page.screenshot({
            path: fileURLToPath(new URL('../../../docs/images/report.png', import.meta.url)),
            fullPage: true, clip: { x: 0, y: y - 10, width: 1000, height: 900 },
        });
        await page.setViewportSize({ width: 1280, height: 900 });
    }

    // What a class has.
    const divided = page.getByRole('button', { name: say('class_divided') });
    const before = await page.locator('article.ll-result').count();
    await divided.focus();
    await page.keyboard.press('Space');
    assert.equal(await divided.getAttribute('aria-pressed'), 'false');
    await eventually(async () => assert.ok(await page.locator('article.ll-result').count() < before));
    await divided.click();

    // On the map, which is a picture with its numbers in a table.
    await page.getByRole('link', { name: say('view_map') }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.ll-draw').waitFor();
    assert.ok(page.url().includes('view=map'));
    await page.getByText(english.say('as_table')).click();
    const places = await rows(page.locator('.ll-table table'));
    // (0·4 + 1·1 + 3·2 + 4·2) / 9 = 15/9 points from the lowest of 0 … 4: 100·(30 − 36)/36 = −17.
    assert.deepEqual(places.st1, ['−17', '22%', say('class_divided'), '9', '2']);
    await look(page, shot('map'));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: say('save_picture').replace('{$a}', say('map_title')) }).click();
    const picture = await readFile(await (await download).path());
    assert.equal(picture.subarray(1, 4).toString(), 'PNG');
    assert.equal(picture.readUInt32BE(16), 1920, 'twice its width');
    await page.getByText(say('picture_saved')).waitFor();

    // By group, sorted by a column.
    await page.getByRole('link', { name: say('view_groups') }).click();
    const heat = page.locator('.ll-rep-heat');
    await heat.waitFor();
    const byGroup = await rows(heat);
    const titles = await heat.locator('thead th .ll-rep-column').allInnerTexts();
    // Without the title of the rows. Groups stand in Moodle's order.
    const column = (group) => titles.indexOf(group.name) - 1;
    const small = Object.values(byGroup).map((cells) => cells[column(groups[2])]);
    assert.deepEqual(small, Array(5).fill(say('dash')), 'the group under k');
    assert.equal(byGroup.st4[column(groups[1])], say('dash'), 'nor what too few of a larger group answered');
    assert.match(byGroup.st1[3], /^D 22%/);
    const all = heat.getByRole('button', { name: say('all_groups') });
    await all.focus();
    await page.keyboard.press('Enter');
    assert.equal(await heat.locator('[aria-sort]').getAttribute('aria-sort'), 'ascending');
    const sorted = await heat.locator('tbody tr td:last-child').evaluateAll((cells) => cells.map((cell) => Number(cell.textContent.match(/\d+/)[0])));
    assert.deepEqual(sorted, [...sorted].sort((a, b) => a - b));
    await look(page, shot('heat'));

    // One group, as it saw its results; a reload and the way back lead to the same.
    await page.getByLabel(say('which_group'), { exact: true }).selectOption(String(groups[0].id));
    await page.getByRole('link', { name: say('view_each') }).click();
    await eventuallyEqual(() => page.locator('.ll-bar').count(), 5);
    assert.ok(page.url().includes(`group=${groups[0].id}`));
    await page.reload();
    await eventuallyEqual(() => page.locator('.ll-bar').count(), 5);
    await look(page, shot('one-group'));
    await page.goBack();
    await heat.waitFor();

    // The group under k: nothing of it, also alone.
    await page.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}#page=statements&group=${groups[2].id}`);
    await page.reload();
    await page.locator('.ll-result').first().waitFor();
    assert.equal(await page.locator('.ll-bar').count(), 0);
    const embedded = await page.locator('#leerlandschap-data').textContent();
    const { report } = JSON.parse(embedded);
    const ofSmall = report.meetings.find((meeting) => meeting.group === String(groups[2].id));
    assert.ok(ofSmall.rounds.every((round) => round.results.every((result) => result.suppressed && !('counts' in result))));
});

moodleTest('before anything was shown there is nothing to read, and learners come to no report', async (people, logs) => {
    const { cmid } = await arrange(site, 'activity', { course: courseid, name: 'Nothing yet', groupmode: 1 });
    const page = await open(people, cmid);
    await page.getByText(say('no_meetings')).waitFor();
    await look(page, shot('nothing'));
    const learner = await people.login(groups[0].members[0]);
    people.expect(/status (?:of )?404/);
    logs.expect(/do not currently have permissions|nopermissions|accesslib\.php|permission\.php|\/report\.php/);
    await learner.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}`);
    assert.equal(await learner.locator('.ll-rep').count(), 0);
});
