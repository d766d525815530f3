// Accessibility of a screen, by axe.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to AA, and axe's own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Waits for the transitions under way: colours on their way from one to another would be measured half-way. */
function settled(page) {
    return page.evaluate(async () => {
        const frame = () => new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
        const running = () => document.getAnimations()
            .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
        // A change shows one frame later, and a transition may lead to another; but none of ours takes a second.
        const end = performance.now() + 1000;
        do {
            await frame();
        } while (running().length > 0 && performance.now() < end);
    });
}

/**
 * What sticks to an edge of the window lies over what is below it until somebody scrolls; for axe it lies in its place. Cards
 * out of sight are laid out for it too.
 */
function unstick(page) {
    return page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.ll-dock, .ll-top { position: static !important; } * { content-visibility: visible !important; }');
        document.adoptedStyleSheets.push(sheet);
        return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    });
}

/**
 * Fails where axe finds anything.
 *
 * @param {import('playwright-core').Page} page
 * @param {{within?: string, skip?: string[]}} options within: a selector, where the rest of the page is not ours;
 *     skip: rules about whole pages that a part of a page cannot meet
 */
export async function checkAccessibility(page, { within, skip = [] } = {}) {
    await settled(page);
    await unstick(page);
    // evaluate runs beside the page's content policy; a script element would not.
    await page.evaluate(source);
    const violations = await page.evaluate(async ([selector, runOnly, rules]) => {
        const result = await window.axe.run(selector ?? document, { runOnly, rules, resultTypes: ['violations'] });
        return result.violations.map(({ id, help, nodes }) => ({
            id,
            help,
            nodes: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`),
        }));
    }, [within, tags, Object.fromEntries(skip.map((rule) => [rule, { enabled: false }]))]);
    await page.evaluate(() => {
        document.adoptedStyleSheets.pop();
    });
    if (violations.length > 0) {
        const list = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.join('\n  ')}`);
        throw new Error(`axe at ${page.url()}:\n${list.join('\n')}`);
    }
}
