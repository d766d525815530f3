// The report on a questionnaire that several groups filled in: its profile held to the answers in the database, every way
// to look at it by keyboard and at every width, and in Dutch.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { arrange } from '../lib/arrange.mjs';
import { eventually } from '../lib/eventually.mjs';
import { langFile } from '../lib/lang.mjs';
import { moodleTest, site } from '../lib/moodle-suite.mjs';
import { look } from '../lib/report-look.mjs';
import { words } from '../lib/words.mjs';

const FORMAT = 'leerklimaat';
const STEP = 'vragenlijst';
const K = 5;
const { users, groups, courseid } = site.scan;
const trainer = site.users.trainer.id;
const [step] = (await words('nl', FORMAT)).exercise.steps.filter(({ id }) => id === STEP);
const scales = step.items.filter(({ kind }) => kind === 'scale');
const profile = step.settings.views.find(({ kind }) => kind === 'profile');

/** What somebody chooses: no two groups, people and questions alike; the last of each group gives some no answer. */
const valueOf = (team, who, at) => 1 + ((who + 2 * at + 3 * team + (who * at) % 4) % 5);

/** All groups fill it in; the smallest has too few answers to every second question. */
async function filledIn(name) {
    const { cmid, id } = await arrange(site, 'activity', { course: courseid, name, format: FORMAT, groupmode: 1, minanswers: K });
    for (const [team, group] of groups.entries()) {
        const members = group.members.map((username) => users[username].id);
        const said = members.flatMap((user, who) => scales
            .map((item, at) => ({ item: item.id, round: 1, value: valueOf(team, who, at), seq: 1, at }))
            .filter(({ at }) => who < members.length - 1 || at % 2 === 0)
            .map(({ at, ...answer }) => [user, { type: 'answer', reason: '', ...answer }]));
        const numbers = members.map((user, who) => [user, { type: 'answer', item: 'lk8', round: 1, value: 2 * who + team, reason: '', seq: 1 }]);
        await arrange(site, 'play', { cmid, groupid: group.id, script: [
            ...members.map((user) => [user, { type: 'join' }]),
            [trainer, { type: 'go_to', from: '@start', to: 'vooraf' }],
            [trainer, { type: 'go_to', from: 'vooraf', to: STEP }],
            ...said,
            ...numbers,
            [trainer, { type: 'set_round', step: STEP, round: 1, from: 'open', to: 'revealed' }],
        ] });
    }
    return { cmid, id };
}

/** The answers in the database: by group, by question, the values. */
async function stored(id) {
    const all = await arrange(site, 'stored', { id });
    const found = {};
    for (const meeting of Object.values(all.meeting)) {
        found[meeting.groupid] = {};
        for (const row of Object.values(all.answer).filter(({ meetingid, value }) => meetingid === meeting.id && value !== null)) {
            (found[meeting.groupid][row.subject] ??= []).push(Number(row.value));
        }
    }
    return found;
}

/**
 * The mean of a dimension and where its middle half lies, over all counted answers of its scale questions: of each question
 * those of the groups in which at least k answered it.
 */
function meanOf(answers, of, dimension) {
    const items = scales.filter((item) => item.dimension === dimension);
    const pooled = items.map(({ id }) => of.map((group) => answers[group][id] ?? []).filter(({ length }) => length >= K).flat());
    const enough = pooled.filter(({ length }) => length > 0);
    const all = enough.flat().sort((one, other) => one - other);
    const tenths = Math.floor((10 * all.reduce((sum, value) => sum + value, 0)) / all.length + 0.5 + 1e-9);
    const [low, high] = [1, 3].map((quarters) => all[Math.ceil((quarters * all.length) / 4) - 1]);
    const [fewest, most] = [Math.min, Math.max].map((end) => end(...enough.map(({ length }) => length)));
    return { tenths, low, high, answers: fewest === most ? String(fewest) : `${fewest}–${most}` };
}

/** The report in Dutch. */
const open = async (people, cmid, hash) => {
    const page = await people.login('trainer');
    await page.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}&lang=nl#page=${hash}`);
    await page.locator('.ll-rep').waitFor();
    return page;
};

moodleTest('a questionnaire of three groups comes to what stands in the database, in Dutch', async (people) => {
    const say = await langFile('nl');
    const { cmid, id } = await filledIn('Leerklimaat in drie teams');
    const page = await open(people, cmid, 'questions');
    await page.getByRole('heading', { name: say('report:page_questions'), exact: true }).waitFor();

    const answers = await stored(id);
    const card = page.locator('.ll-result').filter({ has: page.getByRole('heading', { name: say('report:profile_title'), exact: true }) });
    await card.locator('summary', { hasText: say('app:as_table') }).click();
    const rows = () => card.locator('table tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const decimal = (tenths) => (tenths % 10 === 0 ? String(tenths / 10) : say('app:decimal', { whole: Math.floor(tenths / 10), tenth: tenths % 10 }));
    const told = (of) => profile.dimensions.map((dimension) => {
        const { tenths, low, high, answers: n } = meanOf(answers, of, dimension);
        return say('report:mean_n', { mean: decimal(tenths), middle: `${low}–${high}`, n });
    });
    const ids = groups.map((group) => group.id);
    const expected = Object.fromEntries(groups.map(({ name, id: group }) => [name, told([group])]));
    expected[say('report:all_groups')] = told(ids);
    await eventually(async () => assert.deepEqual(Object.fromEntries((await rows()).map(([title, ...cells]) => [title, cells])), expected));

    // Fewer groups beside one another, by keyboard.
    const box = page.getByRole('checkbox', { name: groups[0].name });
    await box.focus();
    await page.keyboard.press('Space');
    await eventually(async () => assert.equal(await box.isChecked(), false));
    await page.keyboard.press('Space');

    // What too few answered in the smallest group is not told, in no way.
    const { report } = JSON.parse(await page.locator('#leerlandschap-data').textContent());
    const small = report.meetings.find((meeting) => meeting.group === String(groups[2].id));
    const hidden = small.rounds.flatMap(({ results }) => results).filter(({ suppressed }) => suppressed);
    assert.ok(hidden.length > 5 && hidden.every((result) => !('counts' in result) && !('values' in result)));

    const [download] = await Promise.all([
        page.waitForEvent('download'),
        card.getByRole('button', { name: say('report:save_picture', say('report:profile_title')) }).click(),
    ]);
    assert.equal((await readFile(await download.path())).subarray(1, 4).toString(), 'PNG');

    for (const fragment of ['', `&group=${groups[0].id}`, `&group=${groups[2].id}`]) {
        await page.evaluate((hash) => { window.location.hash = hash; }, `#page=questions${fragment}`);
        await page.locator('.ll-result').first().waitFor();
        await look(page, `moodle-${site.version.slice(0, 3)}-report-questions${fragment.replace(/\W+/g, '-')}`);
    }
});
