// Database queries of one submit_answers call, with few and with many participants: as many.
import { runScript } from '../../e2e/lib/arrange.mjs';
import { moodleSite } from '../../e2e/lib/moodle.mjs';
import { row } from '../table.mjs';

const site = await moodleSite();
const counts = [];
for (const participants of [4, 100]) {
    const { reads, writes } = await runScript(site, 'queries.php', [String(site.courseid), String(participants)]);
    counts.push(reads + writes);
    row(`queries of one submit_answers, ${participants} participants`, `${reads} reads, ${writes} writes`,
        'constant', counts.every((count) => count === counts[0]));
}
