// Something to read.
import { onAll, text } from './all.mjs';

export async function info(meeting, { id, items }) {
    await onAll(meeting, async (participant) => {
        for (const item of items) {
            await participant.text(text(participant, item.text)).waitFor();
        }
    });
    await meeting.visit(`${id}-info`, meeting.members[0]);
}
