// How long it takes to publish a room, by how many answers its meeting has: the people and what they answered grow alike.
import { runScript } from '../../e2e/lib/arrange.mjs';
import { moodleSite } from '../../e2e/lib/moodle.mjs';
import { withoutDebugging } from '../plain.mjs';
import { row } from '../table.mjs';

const site = await moodleSite();
await withoutDebugging(site, async () => {
    for (const number of [100, 1000, 10_000]) {
        const { people, answers, bytes, changed, counted } = await runScript(site, 'publishing.php', [String(site.courseid), String(number)]);
        row(`publishing a room with ${answers} answers of ${people} people`,
            `${changed} ms; only counts ${counted} ms; ${(bytes / 1024).toFixed(1)} KB`);
    }
});
