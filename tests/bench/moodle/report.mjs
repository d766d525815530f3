// The report and the downloads, by how many have answered: people, groups and answers grow alike. The memory of a download
// does not grow with them.
import { runScript } from '../../e2e/lib/arrange.mjs';
import { moodleSite } from '../../e2e/lib/moodle.mjs';
import { withoutDebugging } from '../plain.mjs';
import { row } from '../table.mjs';

const MOST_SECONDS = 1;
/** What a table may hold besides, with ten times as many people: the list of meetings, and noise. */
const MORE_MEMORY = 8 * 1024 * 1024;
const ITEMS = 50;
/** How many times as long it may take with ten times as many people: as many, and noise. */
const MOST_GROWTH = 12;

const site = await moodleSite();
const measure = (...args) => runScript(site, 'reporting.php', args.map(String));
const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const per = (count, seconds) => Math.round(count / seconds).toLocaleString('en');

await withoutDebugging(site, async () => {
    const before = {};
    const reports = {};
    for (const [groups, visibility] of [[20, 'hidden'], [200, 'hidden'], [20, 'named'], [200, 'named']]) {
        const { cmid, people, answers } = await measure('seed', groups, visibility);
        const who = `${people} people in ${groups} groups, ${visibility}`;
        // The first one finds files and caches cold.
        await measure('report', cmid);
        const report = await measure('report', cmid);
        const told = report.results === groups * ITEMS;
        row(`report of ${who}`,
            `${report.seconds.toFixed(2)} s, ${megabytes(report.peak)}, ${report.queries} queries; ${megabytes(report.bytes)}`
            + ` (gzip ${(report.gzip / 1024).toFixed(0)} KB)`,
            `${MOST_SECONDS} s`, told && report.seconds <= MOST_SECONDS);
        const few = reports[visibility] ??= report;
        if (few !== report) {
            const growth = report.seconds / few.seconds;
            row(`growth of that, ${visibility}`, `${growth.toFixed(1)} × the time, ${few.queries} and ${report.queries} queries`,
                'linear, constant', growth <= MOST_GROWTH && report.queries === few.queries);
        }
        const [what, expected] = visibility === 'named' ? ['answers', people] : ['results', 5 * groups * ITEMS];
        const download = await measure(what, cmid);
        const least = before[what] ??= download.peak;
        row(`download of ${what}, ${answers} answers`,
            `${download.seconds.toFixed(1)} s, ${per(answers, download.seconds)} answers and ${per(download.rows, download.seconds)} rows a second,`
            + ` ${megabytes(download.peak)}`,
            'memory constant', download.rows === expected && download.peak <= least + MORE_MEMORY);
    }
});
