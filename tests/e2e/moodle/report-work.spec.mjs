// The report's working pages: how actions go on, what a meeting came to, who took part, and what can be downloaded.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { langFile } from '../lib/lang.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const [north, south] = site.groups;
const say = await langFile('en');
const id = (username) => site.users[username].id;
const uuid = (number) => `3f2504e0-4f89-41d3-9a0c-0305e82d${String(number).padStart(4, '0')}`;
const NO_PERMISSION = /nopermissions|currently have permissions|report\.php|export\.php|required_capability_exception|require_reports|permission\.php/;

const goTo = (from, to) => [id('trainer'), { type: 'go_to', from, to }];
const reveal = [id('trainer'), { type: 'set_round', step: 'stellingen', round: 1, from: 'open', to: 'revealed' }];
const answers = (username, values) => values.map((value, index) => [id(username), {
    type: 'answer', item: `st${index + 1}`, round: 1, value, reason: `A reason of ${username}`, seq: 1,
}]);
const save = (username, number, step, kind, fields) => [id(username), {
    type: 'save', id: uuid(number), step, kind, base: null, fields,
}];
const act = (username, number, fields) => save(username, number, 'vervolgacties', 'action', fields);

/** An activity in which one group has voted and agreed on actions, and another has agreed on one. */
async function played(name, settings = {}) {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name, groupmode: 1, grade: 10, ...settings });
    const members = ['learner1', 'learner2', 'learner3'];
    await arrange(site, 'play', { cmid, groupid: north.id, script: [
        ...members.map((username) => [id(username), { type: 'join' }]),
        goTo('@start', 'stellingen'),
        ...answers('learner1', [5, 4, 1, 3, 2]),
        ...answers('learner2', [4, 4, 5, 3, 2]),
        ...answers('learner3', [5, 5, 3, 3, 1]),
        reveal,
        goTo('stellingen', 'opbrengst'),
        save('learner1', 9, 'opbrengst', 'note', { column: 'eens', text: 'Too few hands' }),
        goTo('opbrengst', 'vervolgacties'),
        act('learner1', 1, { what: '=SUM(1,1) water the plants', who_person: String(id('learner2')), when: '2020-01-05', source: 'st3' }),
        act('learner2', 2, { what: 'Read one book', who_text: 'José', when: '2099-12-31' }),
        act('learner3', 3, { what: 'Tidy up', who_text: 'Anna', status: 'done', when: '2020-02-01', finding: 'It helps' }),
        goTo('vervolgacties', 'uitgangspunten'),
        save('learner1', 5, 'uitgangspunten', 'principle', { text: 'Everyone gets an hour a week' }),
    ] });
    await arrange(site, 'play', { cmid, groupid: south.id, script: [
        [id('learner5'), { type: 'join' }],
        goTo('@start', 'stellingen'),
        ...answers('learner5', [1]),
        goTo('stellingen', 'vervolgacties'),
        act('learner5', 4, { what: 'مرحبا بالعالم', who_text: 'إيمري', when: '2100-01-01' }),
    ] });
    return cmid;
}

/** A page of the report. */
async function report(people, username, cmid, hash, options = {}) {
    const page = await people.login(username, options);
    await page.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}#page=${hash}`);
    await page.locator('#leerlandschap-app[data-state=running]').waitFor();
    return page;
}

const app = (page) => page.locator('#leerlandschap-app');
const rows = (page) => app(page).locator('table.ll-rep-cards tbody tr');
const row = (page, what) => rows(page).filter({ hasText: what });
const whats = (page) => app(page).locator('.ll-action__what').allTextContents();
const focused = (page) => page.evaluate(() => document.activeElement.id);
const statusOf = (page, what) => row(page, what).getByRole('combobox');

/** The rows of a file with values separated by commas. */
function parse(csv) {
    const lines = [];
    let [line, cell, quoted] = [[], '', false];
    for (let at = 0; at < csv.length; at += 1) {
        const c = csv[at];
        if (quoted && c === '"' && csv[at + 1] === '"') {
            cell += '"';
            at += 1;
        } else if (c === '"') {
            quoted = !quoted;
        } else if (!quoted && (c === ',' || c === '\n')) {
            line.push(cell.replace(/\r$/, ''));
            cell = '';
            if (c === '\n') {
                lines.push(line);
                line = [];
            }
        } else {
            cell += c;
        }
    }
    return lines;
}

moodleTest('actions of all groups stand together, and how each goes is set from there', async (people) => {
    const cmid = await played('Actions');
    const page = await report(people, 'trainer', cmid, 'actions');
    await rows(page).first().waitFor();

    // Overdue first, then by day; what is done is left out.
    assert.deepEqual(await whats(page), ['=SUM(1,1) water the plants', 'Read one book', 'مرحبا بالعالم']);
    const counts = say('report:actions_counts', { overdue: 1, open: 3 });
    await app(page).getByText(counts).waitFor();
    const first = row(page, 'water the plants');
    await first.getByText(say('report:overdue')).waitFor();
    await first.getByText(english.statements[2].text, { exact: false }).waitFor();
    assert.match(await first.textContent(), new RegExp(site.users.learner2.name));
    await checkAccessibility(page, { within: '#leerlandschap-app' });

    // Filters, search and order.
    const filter = app(page).getByLabel(say('report:which_status'), { exact: true });
    await filter.selectOption('all');
    assert.equal(await rows(page).count(), 4);
    await row(page, 'Tidy up').getByText('It helps').waitFor();
    await app(page).getByLabel(say('report:search_actions')).fill('JOSE');
    assert.deepEqual(await whats(page), ['Read one book']);
    await app(page).getByLabel(say('report:search_actions')).fill('');
    const what = app(page).getByRole('columnheader', { name: say('report:column_what') });
    await what.getByRole('button').press('Enter');
    assert.equal(await what.getAttribute('aria-sort'), 'ascending');
    assert.equal((await whats(page))[0], '=SUM(1,1) water the plants');
    await what.getByRole('button').press('Enter');
    assert.equal(await what.getAttribute('aria-sort'), 'descending');
    assert.equal((await whats(page))[3], '=SUM(1,1) water the plants');
    await what.getByRole('button').press('Enter');
    assert.equal(await what.getAttribute('aria-sort'), 'none');
    await filter.selectOption('todo');
    await app(page).getByLabel(say('report:only_overdue')).check();
    assert.equal(await rows(page).count(), 1);
    await app(page).getByLabel(say('report:only_overdue')).uncheck();

    // Of one group.
    await app(page).getByLabel(say('report:which_group'), { exact: true }).selectOption(String(south.id));
    assert.deepEqual(await whats(page), ['مرحبا بالعالم']);
    await page.goBack();
    await row(page, 'Read one book').waitFor();

    // Somebody else has the page open already.
    const other = await report(people, 'admin', cmid, 'actions');
    await statusOf(other, 'Read one book').waitFor();

    // The row stays where it is until the reader looks at something else, and is stored.
    await statusOf(page, 'Read one book').selectOption('done');
    await row(page, 'Read one book').getByText(say('report:saved'), { exact: true }).waitFor();
    await app(page).getByText(say('report:actions_counts', { overdue: 1, open: 2 })).waitFor();
    await page.reload();
    await app(page).locator('.ll-action__what').first().waitFor();
    assert.deepEqual(await whats(page), ['=SUM(1,1) water the plants', 'مرحبا بالعالم']);

    // The other one is told, loses nothing, and sees it after loading again.
    await statusOf(other, 'Read one book').selectOption('busy');
    const told = row(other, 'Read one book').getByRole('alert');
    await told.getByText(say('report:trouble_conflict')).waitFor();
    await told.getByText(say('report:status_kept', english.say('status_busy'))).waitFor();
    assert.equal(await statusOf(other, 'Read one book').inputValue(), 'open');
    await checkAccessibility(other, { within: '#leerlandschap-app' });
    await told.getByRole('button', { name: say('report:reload') }).click();
    await app(other).locator('.ll-action__what').first().waitFor();
    assert.equal(await row(other, 'Read one book').count(), 0);

    // Without a connection nothing is lost either.
    people.expect(/ERR_INTERNET_DISCONNECTED/);
    await page.context().setOffline(true);
    await statusOf(page, 'water the plants').selectOption('busy');
    const offline = row(page, 'water the plants').getByRole('alert');
    await offline.getByText(say('report:trouble_unreachable')).waitFor();
    assert.equal(await statusOf(page, 'water the plants').inputValue(), 'open');
    await page.context().setOffline(false);
    await offline.getByRole('button', { name: say('report:retry') }).click();
    await row(page, 'water the plants').getByText(say('report:saved'), { exact: true }).waitFor();
    assert.equal(await statusOf(page, 'water the plants').inputValue(), 'busy');
    assert.equal(await statusOf(page, 'water the plants').evaluate((field) => field === document.activeElement), true, 'the button went, the focus stayed in its row');

    // What is looked at is the same after a look at another page, and an answer that comes late is told there.
    await filter.selectOption('all');
    let answer;
    await page.route(/set_action_status/, async (route) => {
        await new Promise((resolve) => { answer = resolve; });
        await route.continue();
    });
    await statusOf(page, 'water the plants').selectOption('done');
    for (const [hash, ready] of [['participation', '.ll-rep-name'], ['actions', '.ll-action__what']]) {
        await page.evaluate((next) => { window.location.hash = `#page=${next}`; }, hash);
        await app(page).locator(ready).first().waitFor();
    }
    assert.equal(await filter.inputValue(), 'all');
    await row(page, 'water the plants').getByText(say('report:saving'), { exact: true }).waitFor();
    answer();
    await row(page, 'water the plants').getByText(say('report:saved'), { exact: true }).waitFor();
});

moodleTest('the outcome of a meeting is what its room sees', async (people) => {
    const cmid = await played('Outcome');
    const page = await report(people, 'trainer', cmid, 'outcome');
    // What groups put down stands side by side.
    const put = app(page).getByRole('table', { name: say('report:put_down') });
    assert.equal(await put.getByRole('rowheader').count(), 1);
    await put.getByText('Everyone gets an hour a week').waitFor();
    await checkAccessibility(page, { within: '#leerlandschap-app' });
    // All outcomes on one page; nothing is asked of the host before.
    const all = app(page).getByRole('button', { name: say('report:outcomes_more_other', 2) });
    await all.focus();
    await page.keyboard.press('Enter');
    await app(page).getByText('Too few hands').first().waitFor();
    await app(page).getByText('مرحبا بالعالم').first().waitFor();
    assert.doesNotMatch(await app(page).textContent(), /A reason of learner5/, 'under k');
    assert.equal(await all.count(), 0);
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the button is gone, the focus is not');
    assert.equal(await app(page).locator('.ll-doc-tools').count(), 0);
    await checkAccessibility(page, { within: '#leerlandschap-app' });
    await page.reload();
    await rows(page).first().waitFor();
    // All by keyboard.
    const link = rows(page).getByRole('link').first();
    assert.match(await link.textContent(), new RegExp(north.name));
    await link.focus();
    await page.keyboard.press('Enter');
    await app(page).getByText(english.step('stellingen').title, { exact: true }).waitFor();
    assert.match(page.url(), new RegExp(`group=${north.id}&meeting=1`));
    assert.equal(await focused(page), 'll-heading', 'the link is gone');
    const text = await app(page).textContent();
    for (const part of ['Too few hands', 'water the plants', 'Tidy up', english.statements[0].text, site.users.learner3.name]) {
        assert.ok(text.includes(part), part);
    }
    // Reasons as the room shows them; nobody's name beside them.
    await app(page).locator('summary', { hasText: english.count('reasons', 3) }).first().click();
    await app(page).getByText('A reason of learner2').first().waitFor();
    await checkAccessibility(page, { within: '#leerlandschap-app' });
    await page.goBack();
    await rows(page).first().waitFor();

    // The meeting under k tells no numbers.
    await rows(page).getByRole('link', { name: new RegExp(south.name) }).click();
    await app(page).getByText('مرحبا بالعالم').first().waitFor();
    assert.doesNotMatch(await app(page).textContent(), /A reason of/);

    // A failure is told, and tried again.
    people.expect(/ERR_INTERNET_DISCONNECTED/);
    await page.goBack();
    await rows(page).first().waitFor();
    await page.context().setOffline(true);
    await rows(page).getByRole('link').first().click();
    await app(page).getByText(say('report:outcome_failed')).waitFor();
    await page.context().setOffline(false);
    await app(page).getByRole('button', { name: say('report:retry') }).click();
    assert.equal(await focused(page), 'll-heading', 'the button is gone');
    await app(page).getByText('Too few hands').first().waitFor();
});

moodleTest('who took part in what, found by name', async (people) => {
    const cmid = await played('Participation');
    const page = await report(people, 'trainer', cmid, 'participation');
    await rows(page).first().waitFor();
    assert.equal(await rows(page).count(), 4);
    const names = () => app(page).locator('.ll-rep-name').allTextContents();
    assert.deepEqual(await names(), ['learner1', 'learner2', 'learner3', 'learner5'].map((name) => site.users[name].name));
    await app(page).getByText(say('report:people_shown', { from: 1, to: 4, total: 4 })).waitFor();
    const steps = await app(page).locator('.ll-rep-steps tbody tr').allTextContents();
    assert.ok(steps.some((step) => step.includes(english.step('stellingen').title) && step.includes(english.say('table_of', { k: 3, n: 4 }))), steps.join());
    await checkAccessibility(page, { within: '#leerlandschap-app' });
    await app(page).getByLabel(say('report:search_people')).fill('BILAL');
    await page.keyboard.press('Enter');
    await app(page).getByText(say('report:people_shown', { from: 1, to: 1, total: 1 })).waitFor();
    assert.deepEqual(await names(), [site.users.learner2.name]);
    await app(page).getByLabel(say('report:search_people')).fill('nobody at all');
    await page.keyboard.press('Enter');
    await app(page).getByText(say('report:people_nomatch')).waitFor();
    await app(page).getByLabel(say('report:search_people')).fill('');
    await page.keyboard.press('Enter');
    await app(page).getByLabel(say('report:order'), { exact: true }).selectOption('namedown');
    await page.waitForFunction((name) => document.querySelector('.ll-rep-name')?.textContent === name, site.users.learner5.name);
    await app(page).getByLabel(say('report:which_group'), { exact: true }).selectOption(String(south.id));
    await app(page).getByText(say('report:people_shown', { from: 1, to: 1, total: 1 })).waitFor();
    assert.doesNotMatch(await app(page).textContent(), /A reason of/);
    await app(page).getByRole('link', { name: say('report:gradebook') }).waitFor();
});

/** A file that a link on the page gives. */
async function file(page, what) {
    const [download] = await Promise.all([page.waitForEvent('download'), app(page).locator(`a[data-file=${what}]`).click()]);
    const text = (await readFile(await download.path(), 'utf8')).replace(/^\u{feff}/u, '');
    return { name: download.suggestedFilename(), text, lines: parse(text) };
}

moodleTest('files hold what the pages show, and nothing that a spreadsheet would run', async (people) => {
    const cmid = await played('Files');
    const page = await report(people, 'trainer', cmid, 'files');
    const format = app(page).getByLabel(say('report:format'), { exact: true });
    await format.selectOption('csv');
    await checkAccessibility(page, { within: '#leerlandschap-app' });
    const actions = await file(page, 'actions');
    assert.match(actions.name, /\.csv$/);
    assert.equal(actions.lines.length, 5);
    const plants = actions.lines.flat().find((cell) => cell.includes('water the plants'));
    assert.doesNotMatch(plants, /^\s*[=+\-@]/);
    assert.ok(actions.text.includes('مرحبا بالعالم'));
    const results = await file(page, 'results');
    assert.ok(results.lines.length > 5 && results.lines.every((line) => line.length === results.lines[0].length));
    assert.ok(results.text.includes(english.statements[0].text));
    assert.doesNotMatch(results.text, new RegExp(site.users.learner1.name));
    assert.equal(await app(page).locator('a[data-file=answers]').count(), 0, 'answers are hidden here');
    const told = await file(page, 'participation');
    assert.ok(told.text.includes(site.users.learner1.name));

    // What is looked at is carried over, and the kind of file is known next time.
    await app(page).getByLabel(say('report:which_group'), { exact: true }).selectOption(String(south.id));
    const [, only] = (await file(page, 'actions')).lines;
    assert.ok(only.join().includes('مرحبا'));
    await format.selectOption('json');
    await page.reload();
    await app(page).getByText(say('report:files_about')).waitFor();
    assert.equal(await format.inputValue(), 'json');
    assert.equal(JSON.parse((await file(page, 'actions')).text).flat().length, 1);
});

moodleTest('answers are given out where they bear names', async (people) => {
    const cmid = await played('Named', { visibility: 'named' });
    const page = await report(people, 'trainer', cmid, 'files');
    await app(page).getByLabel(say('report:format'), { exact: true }).selectOption('csv');
    const { text } = await file(page, 'answers');
    assert.ok(text.includes(site.users.learner1.name));
    assert.doesNotMatch(text, new RegExp(site.users.learner5.name), 'under k');
});

moodleTest('learners are refused, whichever way they come', async (people, logs) => {
    logs.expect(NO_PERMISSION);
    const cmid = await played('Refused');
    const page = await people.login('learner1');
    people.expect(/403|404/);
    for (const address of ['report.php?', 'export.php?what=actions&dataformat=csv&']) {
        await page.goto(`${site.url}/mod/leerlandschap/${address}id=${cmid}`);
        assert.equal(await page.locator('#leerlandschap-app').count(), 0);
        assert.doesNotMatch(await page.textContent('body'), /water the plants/);
    }
    await page.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
    await page.waitForFunction(() => window.leerlandschapBridge);
    const refusal = (name, args) => page.evaluate(
        ([method, values]) => window.leerlandschapBridge.call(method, values).then(() => null, ({ errorcode }) => errorcode),
        [`mod_leerlandschap_${name}`, { cmid, ...args }],
    );
    assert.equal(await refusal('read_outcome', { meeting: '1' }), 'nopermissions');
    assert.equal(await refusal('get_participation', {}), 'nopermissions');
    const set = { meeting: '1', action: uuid(1), status: 'done', revision: 1 };
    assert.equal(await refusal('set_action_status', set), 'nopermissions');
});

moodleTest('on a telephone every page fits, and can be used', async (people) => {
    const cmid = await played('Narrow');
    const viewport = { width: 360, height: 740 };
    const page = await report(people, 'trainer', cmid, 'actions', { viewport });
    for (const [hash, ready] of [
        ['actions', '.ll-action__what'], [`outcome&group=${north.id}`, '.ll-rep-people'],
        ['outcome', '.ll-rep-cards a'], ['participation', '.ll-rep-name'], ['files', '.ll-rep-file'],
    ]) {
        await page.evaluate((next) => { window.location.hash = `#page=${next}`; }, hash);
        await app(page).locator(ready).first().waitFor();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= viewport.width, `${hash}: ${wide}`);
        await checkAccessibility(page, { within: '#leerlandschap-app' });
        await pictures(page, `moodle-${site.version.slice(0, 3)}-report-${hash.replace(/\W+/g, '-')}`, { within: '#leerlandschap-app' });
    }
    await page.evaluate(() => { window.location.hash = '#page=actions'; });
    await app(page).getByLabel(say('report:order'), { exact: true }).selectOption('what-');
    assert.equal((await whats(page))[2], '=SUM(1,1) water the plants');
    await statusOf(page, 'water the plants').selectOption('busy');
    await row(page, 'water the plants').getByText(say('report:saved'), { exact: true }).waitFor();
});
