// The outcome of a meeting as a document: a Word file with its charts, a page to print, and Markdown.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { langFile } from '../lib/lang.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';

const run = promisify(execFile);
const [north] = site.groups;
const [say, zeg] = await Promise.all([langFile('en'), langFile('nl')]);
const id = (username) => site.users[username].id;
const MEMBERS = ['learner1', 'learner2', 'learner3'];
/** What would break a file that does not see to it. */
const HOSTILE = '=1+1 <b>x</b> & "y" *z*';
const ARABIC = 'مرحبا بالعالم';

const goTo = (from, to) => [id('trainer'), { type: 'go_to', from, to }];
const answers = (username, values) => values.map((value, index) => [id(username), {
    type: 'answer', item: `st${index + 1}`, round: 1, value, reason: index === 0 ? `Why ${username} thinks so` : '', seq: 1,
}]);
const save = (username, number, step, kind, fields) => [id(username), {
    type: 'save', id: `3f2504e0-4f89-41d3-9a0c-0305e82f${String(number).padStart(4, '0')}`, step, kind, base: null, fields,
}];

/** An activity whose group was divided on the first statement, agreed on the second, and closed its meeting. */
async function closed() {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'The document', groupmode: 1 });
    await arrange(site, 'play', { cmid, groupid: north.id, script: [
        ...MEMBERS.map((username) => [id(username), { type: 'join' }]),
        goTo('@start', 'stellingen'),
        ...answers('learner1', [1, 5, 3, 3, 2]),
        ...answers('learner2', [5, 5, 3, 3, 2]),
        ...answers('learner3', [1, 4, 3, 3, 1]),
        [id('trainer'), { type: 'set_round', step: 'stellingen', round: 1, from: 'open', to: 'revealed' }],
        goTo('stellingen', 'vervolgacties'),
        save('learner1', 1, 'vervolgacties', 'action', { what: HOSTILE, who_text: 'José', when: '2099-12-31' }),
        save('learner2', 2, 'vervolgacties', 'action', {
            what: ARABIC, who_text: 'Zoë', when: '2099-11-30', status: 'done', finding: 'It helps',
        }),
        goTo('vervolgacties', 'uitgangspunten'),
        save('learner3', 3, 'uitgangspunten', 'principle', { text: 'We make time to learn', action: null }),
        goTo('uitgangspunten', '@closing'),
        [id('trainer'), { type: 'close', from: '@closing' }],
    ] });
    return cmid;
}

/** The page with the outcome, its document's tools in view. */
async function outcome(people, cmid, { words = say, language = '', ...options } = {}) {
    const page = await people.login('trainer', options);
    const lang = language ? `&lang=${language}` : '';
    await page.goto(`${site.url}/mod/leerlandschap/report.php?id=${cmid}${lang}#page=outcome&group=${north.id}`);
    await page.getByRole('button', { name: words('report:doc_word') }).waitFor();
    return page;
}

/** The file that a button gives. */
async function saved(page, name) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), path: await file.path() };
}

const part = async (file, name) => (await run('unzip', ['-p', file, name], { maxBuffer: 1 << 26 })).stdout;

moodleTest('the outcome is a Word file with its charts, in words that anybody can go on with', async (people) => {
    const cmid = await closed();
    const page = await outcome(people, cmid);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const file = await saved(page, say('report:doc_word'));
    assert.match(file.name, /^draft-learning-policy-the-document-\d{4}-\d\d-\d\d\.docx$/);
    await page.getByText(say('report:doc_made')).waitFor();
    assert.equal(asked.filter((url) => url.includes('document_bg.wasm')).length, 1, 'fetched when it is wanted');

    const names = (await run('unzip', ['-Z1', file.path])).stdout.trim().split('\n');
    const body = await part(file.path, 'word/document.xml');
    for (const text of [say('report:doc_title'), say('report:doc_principles'), 'We make time to learn', say('report:doc_divided'),
        'José', '31 December 2099', '=1+1 &lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot; *z*', ARABIC, english.statements[0].text,
        'Why learner1 thinks so', say('report:doc_hidden', 3)]) {
        assert.ok(body.includes(text), `${text} is not in the document`);
    }
    for (const username of MEMBERS) {
        assert.ok(!body.includes(site.users[username].name), 'nobody is named who did not write it down');
    }
    assert.ok(body.indexOf(say('report:doc_agree')) < body.indexOf(say('report:doc_divided')), 'agreement first');
    const pictures = names.filter((name) => name.endsWith('.png'));
    assert.ok(pictures.length >= 2, `${pictures.length} charts`);
    assert.equal(body.match(/<wp:docPr [^>]*descr="[^"]+"/g).length, body.match(/<pic:pic/g).length, 'every chart has words');
    const { stdout: bytes } = await run('unzip', ['-p', file.path, pictures[0]], { encoding: 'buffer', maxBuffer: 1 << 26 });
    assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(bytes.readUInt32BE(16) >= 1280, 'two pixels for each of the drawing');
    assert.ok(bytes.length > 5000, 'something is drawn');
    assert.ok((await part(file.path, 'word/styles.xml')).includes('w:val="en-GB"'));

    // The second comes from the module that is here already.
    await saved(page, say('report:doc_word'));
    assert.equal(asked.filter((url) => url.includes('document_bg.wasm')).length, 1);
    await checkAccessibility(page, { within: '.ll-doc-tools' });
});

moodleTest('the outcome is Markdown, in the language of its reader', async (people) => {
    const cmid = await closed();
    const page = await outcome(people, cmid, { words: zeg, language: 'nl' });
    const file = await saved(page, zeg('report:doc_markdown'));
    assert.match(file.name, /^leerbeleid-in-concept-.*\.md$/);
    const text = await readFile(file.path, 'utf8');
    assert.ok(text.startsWith(`# ${zeg('report:doc_title')}\n`));
    for (const line of [`## ${zeg('report:doc_principles')}`, '1. We make time to learn', `#### ${zeg('report:doc_divided')}`,
        '> Why learner2 thinks so', '=1+1 \\<b\\>x\\</b\\> \\& "y" \\*z\\*', ARABIC]) {
        assert.ok(text.includes(line), `${line} is not in\n${text}`);
    }
    assert.match(text, /\| --- \|/);
    await outcome(people, cmid, { language: 'en' });
});

moodleTest('on paper there is the document and nothing else', async (people) => {
    const cmid = await closed();
    const page = await outcome(people, cmid);
    // The dialog would wait for a person.
    await page.evaluate(() => { window.print = () => { document.body.dataset.printed = '1'; }; });
    await page.getByRole('button', { name: say('report:doc_print') }).press('Enter');
    await page.locator('body[data-printed]').waitFor();
    assert.equal(await page.locator('.ll-doc').isVisible(), false, 'the screen stays as it is');
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: say('report:doc_title'), level: 1 }).waitFor();
    assert.equal(await page.locator('#leerlandschap-app').isVisible(), false);
    assert.equal(await page.locator('body > :not(.ll-paper):visible').count(), 0, 'nothing of Moodle');
    assert.ok(await page.locator('.ll-doc figure svg').count() >= 2);
    assert.ok(await page.locator('.ll-doc table').first().isVisible());
    const text = await page.locator('.ll-doc').innerText();
    assert.ok(text.includes(HOSTILE) && text.includes(ARABIC));
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.locator('.ll-paper').waitFor({ state: 'detached' });
});

moodleTest('a file that cannot be made is told, and made when it can', async (people) => {
    const cmid = await closed();
    const page = await outcome(people, cmid);
    people.expect(/document_bg\.wasm|leerlandschap:|Failed to load resource|net::ERR/);
    await page.route(/document_bg\.wasm/, (route) => route.abort());
    await page.getByRole('button', { name: say('report:doc_word') }).click();
    await page.getByText(say('report:doc_failed')).waitFor();
    await page.unroute(/document_bg\.wasm/);
    await saved(page, say('report:doc_word'));
    await page.getByText(say('report:doc_made')).waitFor();
});
