// The report of a large activity: from the moment when its data are there until its first chart is, and until another
// view of the same is; and what the page's main thread has worked until then. Measured inside the page, with what report.php would embed for 200 groups and 50 statements.
import { inContext, launch } from '../e2e/lib/browser.mjs';
import { embedded } from './report/embedded.mjs';
import { serve } from './report/serve.mjs';
import { median, row } from './table.mjs';

const budget = 300;
const size = { groups: 200, items: 50 };
const data = await embedded(size);
const [browser, site] = [await launch(), await serve(data, process.env.REPORT_BUILD)];
console.log(`${size.groups} groups, ${size.items} statements: ${(JSON.stringify(data).length / 1024 / 1024).toFixed(1)} MB embedded`);

/** Notes when the module begins to read the data, and when the first bar is laid out. */
const watch = () => {
    const found = () => document.querySelector('.ll-bar');
    // The module begins by looking for what the page has for it.
    const find = document.getElementById;
    document.getElementById = function (id) {
        if (id === 'leerlandschap-data') {
            window.began ??= performance.now();
        }
        return find.call(this, id);
    };
    new MutationObserver((_, observer) => {
        if (found()) {
            observer.disconnect();
            document.body.getBoundingClientRect();
            window.drawn = performance.now();
        }
    }).observe(document, { childList: true, subtree: true });
};

/** Goes to another view, and waits until what it draws is laid out. */
const view = (page, name, selector) => page.evaluate(([view, wanted]) => new Promise((resolve) => {
    const start = performance.now();
    new MutationObserver((_, observer) => {
        if (document.querySelector(wanted)) {
            observer.disconnect();
            document.body.getBoundingClientRect();
            resolve(performance.now() - start);
        }
    }).observe(document.body, { childList: true, subtree: true });
    document.querySelector(`.ll-rep-views a[href*="view=${view}"]`).click();
}), [name, selector]);

const [first, work, table, map] = [[], [], [], []];
for (let run = 0; run < 5; run += 1) {
    await inContext(browser, {}, async (context) => {
        const page = await context.newPage();
        await page.addInitScript(watch);
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(site.url);
        await page.waitForFunction(() => window.drawn);
        first.push(await page.evaluate(() => window.drawn - window.began));
        const { metrics } = await session.send('Performance.getMetrics');
        work.push(1000 * metrics.find(({ name }) => name === 'TaskDuration').value);
        map.push(await view(page, 'map', '.ll-draw'));
        table.push(await view(page, 'groups', '.ll-rep-heat'));
    });
}
await Promise.all([browser.close(), site.close()]);
row('report: data to first chart', `${median(first).toFixed(0)} ms`, `${budget} ms`, median(first) <= budget);
row('report: work of the main thread until then, of all', `${median(work).toFixed(0)} ms`);
row('report: to the map', `${median(map).toFixed(0)} ms`);
row('report: to the table of 10,000 cells', `${median(table).toFixed(0)} ms`);
process.exitCode = median(first) > budget ? 1 : 0;
