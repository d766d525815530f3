// Notes: written openly, unseen until the leader shows them, or for oneself; put together, and given dots.
import assert from 'node:assert/strict';
import { eventually, eventuallyEqual } from '../eventually.mjs';
import { everyone, onAll, text } from './all.mjs';

const GROUP = 'Samen';

const column = (participant, label) => participant.app.getByRole('region', { name: text(participant, label), exact: true });

/** All notes on the page, in no order; also those below the window, which are not rendered yet. */
const shown = async (participant) => (await participant.app.locator('.ll-note__text').allTextContents()).sort();

const seesAll = (meeting, texts) => onAll(meeting, (participant) => eventuallyEqual(() => shown(participant), [...texts].sort()));

async function write(meeting, step) {
    const { columns } = step.settings;
    const written = [];
    for (const [at, member] of meeting.members.entries()) {
        const { label } = columns[at % columns.length];
        const note = `${meeting.number}.${step.id}: ${member.name} ziet dit zo`;
        await member.app.getByLabel(member.say('note_new', text(member, label)), { exact: true }).fill(note);
        await member.button(member.say('add'), column(member, label)).click();
        await member.app.locator('.ll-note:not(.ll-pending)').filter({ hasText: note }).waitFor();
        await member.saved();
        written.push(note);
    }
    return written;
}

/** What is put together, in every column of its own. */
const groups = (participant) => participant.app.locator(`.ll-group[aria-label="${participant.say('group_named', GROUP)}"]`);

/** Two notes come into a group with a name, by the field that each card has for it. */
async function putTogether(meeting, notes) {
    const [, member] = meeting.members;
    const card = (note) => member.app.locator('.ll-note').filter({ hasText: note });
    for (const note of notes) {
        await member.button(member.say('group_put', note)).click();
        await card(note).getByLabel(member.say('group_name')).fill(GROUP);
        await member.button(member.say('save'), card(note)).click();
        await groups(member).filter({ hasText: note }).first().waitFor();
        await member.saved();
    }
    await onAll(meeting, (participant) => eventually(async () => {
        const found = await groups(participant).allTextContents();
        notes.forEach((note) => assert.ok(found.some((group) => group.includes(note)), `${note} in ${found}`));
    }));
}

/** Everybody places all dots, one on each of the notes from their own on. */
async function placeDots(meeting, step, notes) {
    const { leader, members, visit } = meeting;
    const { dots } = step.settings;
    await leader.lead(leader.say('round_dots'));
    const placed = new Map(notes.map((note) => [note, 0]));
    for (const [at, member] of members.entries()) {
        await member.sees(member.say('dots_left', { k: dots, n: dots }));
        for (let dot = 0; dot < dots; dot += 1) {
            const note = notes[(at + dot) % notes.length];
            await member.button(member.say('dots_more', note)).click();
            placed.set(note, placed.get(note) + 1);
        }
        await member.sees(member.say('dots_none'));
        await member.saved();
    }
    await onAll(meeting, (participant) => participant.sees(participant.say('dots_group', { k: members.length, n: members.length })));
    await visit(`${step.id}-dots`, members[0]);
    await leader.reveal();
    await onAll(meeting, async (participant) => {
        await participant.sees(participant.say('dots_shown'));
        for (const [note, count] of placed) {
            if (count > 0) {
                await participant.app.locator('.ll-note').filter({ hasText: note })
                    .getByText(participant.words.count('dots', count), { exact: true }).waitFor();
            }
        }
    });
    await visit(`${step.id}-dotted`, members[0]);
}

/** Shows a note of one's own to the group, which is asked first. */
async function share(meeting, member, note) {
    const card = member.app.locator('.ll-note').filter({ hasText: note });
    await member.button(member.say('share_note'), card).first().click();
    await meeting.visit('share', member);
    await member.confirm(member.say('share_title'), member.say('share_note'));
    await onAll(meeting, (participant) => participant.app.locator('.ll-note__text').getByText(note, { exact: true }).waitFor());
    await member.saved();
}

export async function notes(meeting, step) {
    const { leader, members, visit, kept, silent } = meeting;
    const { visibility = 'shared', grouping, dots, import_from: from } = step.settings;
    const before = from ? [...kept.notes[from] ?? []] : [];
    const own = (from && kept.own[from]) || [];
    await Promise.all(members.map((member, at) => eventuallyEqual(() => shown(member), [...before, ...own[at] ?? []].sort())));
    // Who kept theirs can still share them where the group goes on with those of others.
    for (const [at, member] of members.entries()) {
        for (const note of member === silent ? [] : own[at] ?? []) {
            await share(meeting, member, note);
            before.push(note);
        }
    }
    const written = await write(meeting, step);
    if (visibility === 'shared') {
        const secret = own[members.indexOf(silent)] ?? [];
        await onAll(meeting, (participant) => eventuallyEqual(() => shown(participant),
            [...before, ...written, ...participant === silent ? secret : []].sort()));
        await visit(`${step.id}-notes`, members[0]);
    } else {
        for (const [at, member] of members.entries()) {
            assert.deepEqual(await shown(member), [written[at]], 'everybody sees their own alone');
        }
        await visit(`${step.id}-${visibility === 'private' ? 'private' : 'hidden'}`, members[0]);
    }
    let group = [...before, ...written];
    if (visibility === 'hidden_until_reveal') {
        await leader.sees(leader.say('notes_wrote', { k: members.length, n: members.length }));
        await leader.lead(leader.say('reveal_notes'));
        await seesAll(meeting, written);
        await visit(`${step.id}-shown`, members[0]);
    } else if (visibility === 'private') {
        for (const [at, member] of members.slice(0, 2).entries()) {
            await share(meeting, member, written[at]);
        }
        group = written.slice(0, 2);
        kept.own[step.id] = written.map((note, at) => (at < 2 ? [] : [note]));
        await eventuallyEqual(() => shown(members.at(-1)), [...group, written.at(-1)].sort());
    }
    if (grouping) {
        await putTogether(meeting, group.slice(0, 2));
    }
    if (dots) {
        await placeDots(meeting, step, group);
    }
    // A step that imports from this one shows what was made here, and what this one imported itself.
    kept.notes[step.id] = group;
    meeting.outcome.push(...group);
    for (const participant of everyone(meeting)) {
        await participant.gone(participant.app.locator('.ll-pending'));
    }
}
