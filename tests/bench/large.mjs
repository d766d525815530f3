// A large exercise and a large meeting in the standalone page: 50 steps with 500 statements, and 1,000 contributions.
// Each page is scrolled from top to bottom and back, and edited; what is told is the longest frame, as the browser
// itself reports frames that kept its main thread busy (Long Animation Frames). Each is done several times (PASSES), and
// the longest frame of all counts. Of a long one it is told too what the main thread worked in that time (its CPU time,
// from a trace): the rest the machine gave to others.
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inContext, launch } from '../e2e/lib/browser.mjs';
import { openPage } from '../e2e/lib/group.mjs';
import { standalone } from '../e2e/lib/site.mjs';
import { words } from '../e2e/lib/words.mjs';
import { row } from './table.mjs';

const budget = 50;
const passes = Number(process.env.PASSES ?? 5);
const texts = (text) => ({ nl: text, en: text });
const each = (number, make) => Array.from({ length: number }, (_, at) => make(at));

/** Ten steps of each kind; the statements of ten steps are 500. */
function largeExercise(shipped) {
    const step = (id, block, settings, more = {}) => ({
        id, title: texts(`Stap ${id}`), minutes: { min: 1, max: 5 }, instruction: texts('Doe dit samen.'), block, settings, ...more,
    });
    const kinds = [
        (at) => step(`statements-${at}`, 'statements', { scale: 'agree5' },
            { items: each(50, (item) => ({ id: `s${at}-${item}`, text: texts(`Stelling ${item} van stap ${at}: leren hoort bij het werk.`) })) }),
        (at) => step(`notes-${at}`, 'notes', { grouping: true, columns: ['a', 'b', 'c'].map((id) => ({ id, label: texts(`Kolom ${id}`) })) }),
        (at) => step(`actions-${at}`, 'actions', { list: `list-${at}`, required: ['what'], expectation_outcome: true, source_items_from: `statements-${at}` }),
        (at) => step(`principles-${at}`, 'principles', { list: `p-${at}`, scope_label: texts('Scope'), principle_label: texts('Uitgangspunt') }),
        (at) => step(`plan-${at}`, 'plan', { periods: ['j1', 'j2', 'j3'].map((id) => ({ id, label: texts(`Jaar ${id}`) })) }),
    ];
    const steps = each(50, (at) => kinds[at % 5](Math.floor(at / 5)));
    const part = { id: 'gesprek', title: texts('Alles'), minutes: { min: 50, max: 250 }, steps: steps.map(({ id }) => id) };
    return {
        version: 1, languages: ['nl', 'en'], id: shipped.id, title: texts('Een grote werkvorm'), goal: texts('Veel tegelijk.'),
        minutes: { min: 50, max: 250 }, series: { kind: 'single', order: 'sequence', parts: [part] },
        scales: { agree5: shipped.scales.agree5 }, steps,
    };
}

/** 200 of each of five kinds, as the exported meeting keeps them. */
function contributions() {
    const uuid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const words = 'Wie iets leert, deelt het met een collega; daar nemen we elke week een half uur voor. ';
    const text = (at) => `${at}. ${words.repeat(1 + (at % 3))}`.trim();
    const made = (at, base, step, kind, fields) => ({ id: uuid(base + at), step, kind, revision: 2, author: null, own: false, deleted: false, fields });
    const note = (step, base) => each(step === 'notes-0' ? 195 : 200, (at) => made(at, base, step, 'note',
        { column: 'abc'[at % 3], text: text(at), group: at % 4 === 0 ? `Groepje ${at % 20}` : '' }));
    return [
        ...note('notes-0', 1000),
        ...each(200, (at) => made(at, 2000, 'actions-0', 'action', {
            what: text(at).slice(0, 250), who_person: null, who_text: `Iemand ${at}`, when: null, status: 'open', source: `s0-${at % 50}`, finding: '', expectation: '', outcome: '',
        })),
        ...each(200, (at) => made(at, 3000, 'principles-0', 'principle', { text: text(at).slice(0, 250), action: null })),
        ...each(200, (at) => made(at, 4000, 'plan-0', 'goal', {
            period: `j${1 + (at % 3)}`, goal: text(at).slice(0, 250), owner_person: null, owner_text: `Iemand ${at}`, measure: 'Iedereen doet mee', status: 'planned',
        })),
        ...note('notes-1', 5000),
    ];
}

/** What the page's own menu saves, changed, and brought back. */
async function becomeLarge(person) {
    const { page } = person;
    await page.locator('.ll-page-tools summary').last().click();
    const [download] = await Promise.all([page.waitForEvent('download'), person.button(person.say('export')).click()]);
    const meeting = JSON.parse(await readFile(await download.path(), 'utf8'));
    meeting.contributions = contributions();
    meeting.revision = 3;
    meeting.visited = ['statements-0', 'notes-0', 'actions-0', 'principles-0', 'plan-0', 'notes-1'];
    const folder = await mkdtemp(path.join(tmpdir(), 'leerlandschap-'));
    const file = path.join(folder, 'meeting.json');
    await writeFile(file, JSON.stringify(meeting));
    await page.locator('input[type=file]').setInputFiles(file);
    await rm(folder, { recursive: true });
}

/** What the browser's main thread worked at most in one of its tasks of 50 ms or more, in milliseconds. */
function longestWork(trace) {
    const { traceEvents } = JSON.parse(trace);
    const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}.${tid}`));
    const tasks = traceEvents.filter(({ name, pid, tid, dur }) => name === 'RunTask' && dur >= 50000 && main.has(`${pid}.${tid}`));
    return Math.max(0, ...tasks.map(({ tdur }) => tdur / 1000));
}

/** The longest frame while `act` goes on, and the longest work in one, in milliseconds; 0 where there was none of 50 or more. */
async function longestFrame(page, act) {
    await page.context().browser().startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
    // The start of a trace holds the browser up, which is no frame of ours.
    await page.waitForTimeout(500);
    await page.evaluate(() => {
        window.longFrames = [];
        window.frameWatch = new PerformanceObserver((list) => window.longFrames.push(...list.getEntries().map((entry) => entry.duration)));
        window.frameWatch.observe({ type: 'long-animation-frame' });
    });
    await act();
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 50)); }));
    const frame = await page.evaluate(() => {
        window.frameWatch.disconnect();
        return Math.max(0, ...window.longFrames);
    });
    const trace = await page.context().browser().stopTracing();
    return { frame, work: frame > 0 ? longestWork(trace) : 0 };
}

/** Down and up again, a third of the window in every frame. */
const scroll = (page) => page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    for (const way of [1, -1]) {
        let before = -1;
        while (before !== window.scrollY) {
            before = window.scrollY;
            window.scrollBy(0, way * window.innerHeight / 3);
            await frame();
        }
    }
});

const [browser, site, say] = [await launch(), await standalone(), await words('nl')];
const shipped = JSON.parse(await readFile('static/formats/leerlandschap.json', 'utf8'));
let kept = true;

await inContext(browser, { bypassCSP: true, acceptDownloads: true }, async (context) => {
    await context.route('**/formats/leerlandschap.json', (route) => route.fulfill({ json: largeExercise(shipped) }));
    const person = await openPage(context, site, say);
    const { page } = person;
    await person.join();
    await becomeLarge(person);
    // Whoever was in the meeting that is replaced joins anew.
    await page.locator('.ll-join').waitFor();
    await person.join();
    // The menu, still open, lies over the last steps.
    await page.locator('.ll-page-tools details[open] > summary').click();

    const measure = async (what, act) => {
        const frames = [];
        for (let pass = 0; pass < passes; pass += 1) {
            frames.push(await longestFrame(page, act));
        }
        const longest = Math.max(...frames.map(({ frame }) => frame));
        kept &&= longest <= budget;
        const told = ({ frame, work }) => frame === 0 ? '0' : `${frame.toFixed(0)}, of it ${work.toFixed(0)} at work`;
        row(what, `${longest === 0 ? 'none of 50 ms' : `${longest.toFixed(0)} ms`} (${frames.map(told).join('; ')})`, `≤ ${budget} ms`, longest <= budget);
    };
    const open = async (step) => {
        await page.locator('.ll-steps button', { hasText: `Stap ${step}` }).first().click();
        await page.locator('#ll-heading', { hasText: `Stap ${step}` }).waitFor();
    };
    for (const step of ['statements-0', 'notes-0', 'actions-0', 'principles-0', 'plan-0']) {
        await open(step);
        await measure(`scrolling ${step}, of 1,000 contributions`, () => scroll(page));
    }
    await open('notes-0');
    const field = page.locator('.ll-column textarea').first();
    await measure('typing 40 characters of a note beside 200', async () => {
        await field.pressSequentially('Nog een notitie die lang genoeg is.    ', { delay: 15 });
        await field.fill('');
    });
    let added = 0;
    await measure('adding a note to 195', async () => {
        added += 1;
        await field.fill(`Nog een notitie ${added}`);
        await field.press('Control+Enter');
        await page.locator('.ll-note', { hasText: `Nog een notitie ${added}` }).waitFor();
    });
    await measure('changing a note of 200', async () => {
        const card = page.locator('.ll-note').nth(5);
        await card.locator('.ll-tools button').first().click();
        await card.locator('textarea').press('End');
        await card.locator('textarea').pressSequentially(' x', { delay: 20 });
        await card.locator('textarea').press('Control+Enter');
        await card.locator('.ll-note__text').waitFor();
    });
    await open('actions-0');
    await measure('changing the status of an action of 200', async () => {
        const status = page.locator('.ll-action__status select').nth(3);
        await status.selectOption('done');
        await status.selectOption('busy');
    });
    await page.locator('.ll-steps li').last().locator('button').click();
    // Opening a page is no scrolling: it is measured in click.mjs.
    await person.at('@closing');
    await measure('scrolling the closing page with 1,000 contributions', () => scroll(page));
});
await Promise.all([browser.close(), site.close()]);
process.exitCode = kept ? 0 : 1;
