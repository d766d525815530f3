// Downloads over HTTP: a session is enough to read, nothing that somebody typed is run, and whoever may not gets nothing.
import assert from 'node:assert/strict';
import { arrange } from '../lib/arrange.mjs';
import { call, moodleTest, site } from '../lib/moodle-suite.mjs';

const FORMULA = '=HYPERLINK("https://example.com";"x")';
const address = (page, values) => `${site.url}/mod/leerlandschap/${page}.php?${new URLSearchParams(values)}`;

moodleTest('every table in every format, and what a spreadsheet would run is text', async (people, logs) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Downloads', groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    const learner = await people.open('learner1', { cmid });
    await call(learner, 'take_part', { type: 'join' });
    await call(trainer, 'steer_meeting', { command: { type: 'go_to', from: '@start', to: 'vervolgacties' } });
    const field = (name, value) => ({ name, value });
    const { refusal } = await call(learner, 'save_contributions', { contributions: [{
        type: 'save', id: crypto.randomUUID(), step: 'vervolgacties', kind: 'action',
        fields: [field('what', FORMULA), field('who_text', 'Iemand')],
    }] });
    assert.equal(refusal, undefined);

    // Without scripts the page has a link to each.
    const { request } = trainer.page.context();
    const report = await (await request.get(address('report', { id: cmid }))).text();
    const links = [...report.matchAll(/href="([^"]*export\.php[^"]*)"/g)].map(([, link]) => link.replaceAll('&amp;', '&'));
    assert.ok(links.length >= 6 * 4, `${links.length} links`);
    assert.ok(links.every((link) => !link.includes('what=answers') && !link.includes('sesskey')));
    for (const link of links.filter((it) => /dataformat=(csv|excel|ods|json|html)$/.test(it))) {
        const answer = await request.get(link);
        assert.equal(answer.status(), 200, link);
        assert.match(answer.headers()['content-disposition'], /^attachment; filename="Downloads-/, link);
        assert.ok((await answer.body()).length > 0, link);
    }
    const text = async (dataformat) => (await request.get(address('export', { id: cmid, what: 'actions', dataformat }))).text();
    assert.match(await text('csv'), /"'=HYPERLINK/);
    assert.match(await text('html'), /<td>&#039;=HYPERLINK\(&quot;/);
    assert.equal(JSON.parse(await text('json'))[0][0].what, FORMULA);

    // Whoever may not read reports gets neither page nor file; answers of a hidden activity nobody does.
    logs.expect(/nopermissions|currently have permissions|required_capability_exception|Default exception handler|error:(not_allowed|bad_value)/);
    logs.expect(/\/mod\/leerlandschap\/(report\.php|export\.php|classes\/permission|classes\/local\/report\/export)/);
    for (const [reader, page, values] of [
        [learner, 'report', {}],
        [learner, 'export', { what: 'results', dataformat: 'csv' }],
        [trainer, 'export', { what: 'answers', dataformat: 'csv' }],
        [trainer, 'export', { what: 'results', dataformat: 'nothing' }],
    ]) {
        const answer = await reader.page.context().request.get(address(page, { id: cmid, ...values }));
        assert.equal(answer.headers()['content-disposition'], undefined, page);
        assert.ok(!(await answer.text()).includes('HYPERLINK'), page);
    }
});
