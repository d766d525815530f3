// Every format from its start to its closing page, by a group in as many tabs: what to do is read from the format's
// file. The pages are checked by axe and drawn at three widths, in tests/out/screens.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from './lib/accessibility.mjs';
import { inContext, launch } from './lib/browser.mjs';
import { participants } from './lib/group.mjs';
import { pictures } from './lib/screens.mjs';
import { firstMeeting, hold, startNext } from './lib/series.mjs';
import { standalone } from './lib/site.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;

before(async () => {
    [browser, site] = await Promise.all([launch(), standalone()]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

/**
 * The meetings of a group by their parts. Each kind of page is checked and drawn the first time it is there.
 *
 * @param {{format: string, language: string, size: number, parts: string[], look?: boolean}} walk
 */
async function meet(context, { format, language, size, parts, look = true }) {
    const members = await participants(context, site, await words(language, format), size);
    const [leader] = members;
    const seen = new Set();
    // The walk goes on, so that one run tells of every page.
    const problems = [];
    let number = 1;
    const visit = async (screen, { page }) => {
        const name = `${format}-${number > 1 ? `${number}-` : ''}${screen}`;
        if (seen.has(name)) {
            return;
        }
        seen.add(name);
        try {
            if (look) {
                await pictures(page, `format-${name}`);
            }
            await checkAccessibility(page);
        } catch (error) {
            console.error(`${name}: ${error.message}`);
            problems.push(name);
        }
    };
    let meeting = firstMeeting({ leader, members, visit });
    await hold(meeting, parts[0]);
    for (const part of parts.slice(1)) {
        meeting = await startNext(meeting, part);
        ({ number } = meeting);
        await hold(meeting, part);
    }
    assert.deepEqual(problems, []);
}

const walks = [
    { format: 'leerlandschap', language: 'nl', size: 3, parts: ['gesprek', 'later'] },
    { format: 'open-leergesprek', language: 'en', size: 4, parts: ['inleiding'] },
    { format: 'leerklimaat', language: 'nl', size: 6, parts: ['invullen'] },
    { format: 'leerkring', language: 'en', size: 3, parts: ['start', 'bijeenkomst', 'bijeenkomst', 'afsluiting'] },
    { format: 'werkoverleg', language: 'nl', size: 4, parts: ['start', 'week', 'maand'] },
];

for (const walk of walks) {
    test(`${walk.format}, ${walk.parts.join(', then ')}`, () => inContext(browser, {
        locale: walk.language === 'nl' ? 'nl-NL' : 'en-GB',
    }, (context) => meet(context, walk)));
}

/** The other language, once more through the first meeting. */
for (const { format, language, size, parts: [part] } of walks) {
    const other = language === 'nl' ? 'en' : 'nl';
    test(`${format} in the other language`, () => inContext(browser, {
        locale: other === 'nl' ? 'nl-NL' : 'en-GB',
    }, (context) => meet(context, { format, language: other, size, parts: [part], look: false })));
}
