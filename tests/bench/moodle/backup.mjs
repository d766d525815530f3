// How long backup and restore of one activity take and what memory they need, by how many answers it has: five of each of its
// people, who are in the backup too. Growth has to be linear: ten times the answers may cost no more than ten times as much.
import { runScript } from '../../e2e/lib/arrange.mjs';
import { moodleSite } from '../../e2e/lib/moodle.mjs';
import { withoutDebugging } from '../plain.mjs';
import { row } from '../table.mjs';

const site = await moodleSite();
const measured = [];
await withoutDebugging(site, async () => {
    for (const number of [0, 1000, 10_000]) {
        const result = await runScript(site, 'backing-up.php', [String(site.courseid), String(number)]);
        if (result.answers !== number) {
            throw new Error(`${result.answers} answers were restored of ${number}`);
        }
        measured.push(result);
        for (const what of ['backup', 'restore']) {
            const { seconds, memory } = result[what];
            row(`${what} of an activity with ${number} answers of ${result.people} people`,
                `${seconds} s; ${memory} MB; its file ${(result.bytes / 1024).toFixed(0)} KB`);
        }
    }
});
const [none, some, many] = measured;
let failed = false;
for (const what of ['backup', 'restore']) {
    const [first, all] = [some, many].map((it) => 1000 * (it[what].seconds - none[what].seconds) / it.answers);
    row(`${what}, for each answer, without what an empty activity takes`, `${first.toFixed(2)} ms of 1,000; ${all.toFixed(2)} ms of 10,000`);
    // Half as much again is what the machine's own unrest makes.
    failed ||= all > 1.5 * first;
}
if (failed) {
    process.exitCode = 1;
    console.error('The growth is more than linear.');
}
