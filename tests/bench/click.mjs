// From an own click to the changed screen, in the standalone page: the answer to a statement, and going to another
// page. Measured inside the page, from the click until the changed document is laid out, so that the frame at hand can
// draw it; and, for comparison, until that frame is there, which a click in the middle of a frame has to wait for.
import { inContext, launch } from '../e2e/lib/browser.mjs';
import { openPage } from '../e2e/lib/group.mjs';
import { standalone } from '../e2e/lib/site.mjs';
import { words } from '../e2e/lib/words.mjs';
import { median, row } from './table.mjs';

const budget = 16;
const [browser, site, say] = [await launch(), await standalone(), await words('nl')];

/** Clicks what a selector finds, and waits until `changed`, a function of the document, gives another value. */
const timed = (page, selector, changed) => page.evaluate(async ([query, source]) => {
    const value = () => new Function(`return ${source}`)();
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    const before = value();
    const start = performance.now();
    const done = new Promise((resolve, reject) => {
        setTimeout(reject, 5000, new Error(`nothing changed after a click on ${query}`));
        const observer = new MutationObserver(() => {
            if (value() !== before) {
                observer.disconnect();
                document.body.getBoundingClientRect();
                const change = performance.now() - start;
                requestAnimationFrame(() => {
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => resolve({ change, frame: performance.now() - start });
                    port2.postMessage(null);
                });
            }
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    document.querySelector(query).click();
    return done;
}, [selector, changed]);

const answers = [];
const steps = [];
for (let round = 0; round < 10; round += 1) {
    await inContext(browser, { bypassCSP: true }, async (context) => {
        const person = await openPage(context, site, say);
        await person.join();
        await person.startGroup();
        await person.at('stellingen');
        for (let number = 1; number <= 5; number += 1) {
            answers.push(await timed(person.page, `fieldset:nth-of-type(${number}) label:nth-of-type(4) input`,
                'document.querySelectorAll(".ll-reason").length'));
        }
        for (let turn = 0; turn < 5; turn += 1) {
            const other = turn % 2 === 0 ? 1 : 2;
            steps.push(await timed(person.page, `.ll-steps li:nth-child(${other}) button`,
                'document.querySelector("#ll-heading")?.textContent'));
        }
    });
}
await Promise.all([browser.close(), site.close()]);

for (const [what, times] of [['an answer', answers], ['another page', steps]]) {
    const [change, frame] = ['change', 'frame'].map((key) => median(times.map((time) => time[key])));
    row(`own click to changed screen: ${what} (${times.length} clicks)`,
        `${change.toFixed(1)} ms, drawn after ${frame.toFixed(1)} ms`, `≤ ${budget} ms`, change <= budget);
}
