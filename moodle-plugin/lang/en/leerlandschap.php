<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

/**
 * English strings.
 *
 * Three sections: the plugin's own, the refusals and notices of the protocol
 * (error:…), and the strings of the app (app:…), which the standalone page uses too.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

// Strings of the plugin.
$string['activitysettings'] = 'The exercise';
$string['closebeforeopen'] = 'The closing date comes before the opening date. Choose a later closing date.';
$string['completiondetail:finish'] = 'Take part in every required step of a meeting';
$string['completionfinish'] = 'Learners must take part in every required step of a meeting';
$string['defaultfacilitation'] = 'Who facilitates';
$string['defaultfacilitation_desc'] = 'What a new activity starts with.';
$string['defaultminanswers'] = 'Smallest number of answers shown';
$string['defaultminanswers_desc'] = 'What a new activity starts with: results of a statement show only where at least this many people answered it. The lowest possible number is {$a}.';
$string['defaultvisibility'] = 'Who sees what';
$string['defaultvisibility_desc'] = 'What a new activity starts with.';
$string['eventmeetingclosed'] = 'Meeting closed';
$string['eventmeetingstarted'] = 'Meeting started';
$string['eventresultrevealed'] = 'Result revealed';
$string['facilitation'] = 'Who facilitates';
$string['facilitation:members'] = 'A member of the group: anyone who has joined can take the chair';
$string['facilitation:trainer'] = 'The trainer: teachers start the steps and show the results';
$string['facilitation_help'] = 'The facilitator opens the steps, shows the results and closes the meeting. Choose a member of the group if groups work without you. Teachers can always facilitate.';
$string['feedbackdone'] = 'You took part in: {$a}.';
$string['feedbackopen'] = 'You have not yet taken part in: {$a}.';
$string['feedbackpoints'] = '{$a->earned} of {$a->attainable} points.';
$string['format'] = 'Exercise';
$string['format_help'] = 'The exercise that the group does. Each has its own statements, steps and times.';
$string['formatfrozen'] = 'The exercise cannot change, because people have answered already. Add a new activity for another exercise.';
$string['formatoption'] = '{$a->title} ({$a->minutes})';
$string['formatunavailable'] = 'The exercise \'{$a}\' is not available on this site. Ask the administrator to install the plugin again.';
$string['frozenafteranswers'] = 'People have answered already. What they were told about who sees what stays as it is.';
$string['gradingscaleunsupported'] = 'Choose points or no grade. Points count taking part, so a scale of words does not fit.';
$string['groupchoosehint'] = 'Choose a group to see its meeting.';
$string['leerlandschap:addinstance'] = 'Add a learning landscape';
$string['leerlandschap:edit'] = 'Adapt the texts of the exercise';
$string['leerlandschap:facilitate'] = 'Facilitate a meeting';
$string['leerlandschap:participate'] = 'Take part in a meeting';
$string['leerlandschap:view'] = 'View a learning landscape';
$string['leerlandschap:viewreports'] = 'View reports';
$string['loadfailed'] = 'The exercise could not be loaded. Load the page again. If it stays this way, tell your administrator that the files of the plugin are incomplete.';
$string['loading'] = 'Opening the exercise…';
$string['minanswers'] = 'Smallest number of answers shown';
$string['minanswers_help'] = 'Results of a statement show only where at least this many people answered it. "Don\'t know" does not count. With fewer people an answer could be traced to a person. The lowest possible number is 3.';
$string['minanswerstoohigh'] = 'Choose at most {$a}: no group would ever see its results.';
$string['minanswerstoolow'] = 'Choose {$a} or more. With fewer answers a result could tell who voted what.';
$string['minutes'] = '{$a} minutes';
$string['minutesrange'] = '{$a->min} to {$a->max} minutes';
$string['modulename'] = 'Learning landscape';
$string['modulename_help'] = 'A team talks about learning and leaves with something decided. Everyone votes on statements, the group sees where it agrees and where it is divided, writes down follow-up actions and words shared principles. The steps are timed, so that one meeting is enough.

Use it

* at the start of making or renewing a learning policy
* to hear everyone\'s opinion, also of those who say little
* with a group that meets in one room or by video

Points are for taking part, never for an opinion.';
$string['modulenameplural'] = 'Learning landscapes';
$string['noscript'] = 'This exercise needs JavaScript. Switch it on in your browser and load the page again.';
$string['nowasm'] = 'Your browser cannot open this exercise, because it does not support WebAssembly or it has been switched off. Use a recent version of Firefox, Chrome, Edge or Safari.';
$string['pluginadministration'] = 'Learning landscape administration';
$string['pluginname'] = 'Learning landscape';
$string['privacy:answeranonymous'] = 'Answers given in a hidden activity cannot be linked to you any more and so are not in this file.';
$string['privacy:metadata:answer'] = 'Answers to statements. In an activity where answers are hidden they carry no user: only a key that the server can derive while the meeting is open, and a random one after it has been closed.';
$string['privacy:metadata:answer:itemid'] = 'The statement.';
$string['privacy:metadata:answer:reason'] = 'The reason that was added.';
$string['privacy:metadata:answer:round'] = 'The round in which the statement was answered.';
$string['privacy:metadata:answer:userid'] = 'Who answered. Only stored in activities where answers show names.';
$string['privacy:metadata:answer:value'] = 'The answer on the scale, or that the person preferred not to say.';
$string['privacy:metadata:answer:voterkey'] = 'Keeps the answers of one person together. In an activity where answers are hidden it is derived from a secret outside the database, and replaced at random when the meeting is closed.';
$string['privacy:metadata:contrib'] = 'What a group wrote down: notes, follow-up actions and principles.';
$string['privacy:metadata:contrib:authorid'] = 'Who wrote it. Not stored in activities where answers are hidden.';
$string['privacy:metadata:contrib:fields'] = 'The text. A follow-up action also names who does it.';
$string['privacy:metadata:contrib:kind'] = 'Whether it is a note, a follow-up action or a principle.';
$string['privacy:metadata:contrib:step'] = 'The step in which it was written.';
$string['privacy:metadata:core_grades'] = 'The points for taking part go to the gradebook.';
$string['privacy:metadata:meeting'] = 'The meetings of the groups.';
$string['privacy:metadata:meeting:chairid'] = 'Who holds the chair of the meeting.';
$string['privacy:metadata:presence'] = 'Who joined a meeting.';
$string['privacy:metadata:presence:present'] = 'Whether the person is present.';
$string['privacy:metadata:presence:timejoined'] = 'When the person joined. Only the day in activities where answers are hidden.';
$string['privacy:metadata:presence:userid'] = 'Who joined.';
$string['privacy:metadata:progress'] = 'The steps of a meeting in which someone took part.';
$string['privacy:metadata:progress:step'] = 'The step.';
$string['privacy:metadata:progress:timedone'] = 'When the person took part in it. Only the day in activities where answers are hidden.';
$string['privacy:metadata:progress:userid'] = 'Who took part.';
$string['privacy:metadata:round'] = 'The results of a round, as they were shown to the group.';
$string['privacy:metadata:round:results'] = 'The tallies. In activities where answers show names, also who gave which answer.';
$string['privacy:path:meeting'] = 'Meeting {$a}';
$string['resetmeetings'] = 'Delete all meetings with their answers and contributions';
$string['scale'] = 'Answer scale';
$string['scale:agree3'] = 'Three points: disagree, in between, agree';
$string['scale:agree5'] = 'Five points: strongly disagree to strongly agree';
$string['scale:default'] = 'As the exercise has it';
$string['scale_help'] = 'With five points people can say how strongly they agree. Three points are quicker to read.';
$string['scalefrozen'] = 'The scale cannot change, because people have answered already.';
$string['timeclose'] = 'Closes';
$string['timeopen'] = 'Opens';
$string['visibility'] = 'Who sees what';
$string['visibility:hidden'] = 'Hidden: nobody sees who gave which answer, and neither do you';
$string['visibility:named'] = 'Named: the group sees who gave which answer once the result is shown';
$string['visibility_help'] = 'In a hidden activity answers are stored without a name, and notes show no author. In a named activity names stand with the answers after the result has been shown. Every participant reads which of the two it is before answering. It cannot change once somebody has answered.';
$string['visibilityneedshidden'] = 'This exercise works with hidden answers only.';

// Refusals and notices of the protocol.
$string['error:bad_date'] = 'This is not a valid date. Choose another date.';
$string['error:bad_id'] = 'Something in this request does not look right. Load the page again.';
$string['error:bad_kind'] = 'This kind of contribution does not exist here. Load the page again.';
$string['error:bad_text'] = 'The text holds characters that cannot be stored. Remove them and try again.';
$string['error:bad_value'] = 'This value is not possible here. Choose another one.';
$string['error:choose_group'] = 'You are in more than one group. First choose the group you want to meet with.';
$string['error:conflict'] = 'Someone else has changed this in the meantime. Compare the two texts and choose what to keep.';
$string['error:deleted'] = 'Someone else has deleted this in the meantime. Your text has not been stored. Add it again if you still need it.';
$string['error:guest'] = 'Guests cannot take part. Log in with your own account.';
$string['error:login_as'] = 'You are logged in as someone else, so you cannot take part. Log in as yourself.';
$string['error:meeting_closed'] = 'The meeting has been closed, so nothing can change any more. What you decided stays here to read.';
$string['error:no_group'] = 'You are not in a group yet, and this exercise is done in groups. Ask your trainer to add you to one.';
$string['error:no_right'] = 'You can look on but not take part. Ask your trainer if you want to join in.';
$string['error:not_allowed'] = 'You are not allowed to do this. Ask the facilitator.';
$string['error:not_open'] = 'This exercise has not opened yet. Come back on the opening date.';
$string['error:not_present'] = 'You have not joined this meeting. Press Join first.';
$string['error:off_scale'] = 'This answer is not on the scale. Choose one of the answers shown.';
$string['error:opt_out_not_offered'] = 'This statement has no "don\'t know". Choose one of the answers shown.';
$string['error:other_group'] = 'You are looking at the meeting of a group that is not yours. You can read along but not take part.';
$string['error:past_close'] = 'The closing date of this exercise has passed. What the group decided stays here to read.';
$string['error:required_field'] = 'Something is still missing. Fill in every required field.';
$string['error:round_not_open'] = 'The voting on this statement is not open. Your answer has not been stored.';
$string['error:step_not_reached'] = 'The group has not come to this step yet. Wait until the facilitator opens it.';
$string['error:storage_full'] = 'There is no room left to store this. Keep your text somewhere else and tell your administrator.';
$string['error:too_large'] = 'This is too much at once. Send less and try again.';
$string['error:too_long'] = 'The text is too long. Make it shorter and try again.';
$string['error:too_many'] = 'The list is full. Remove something before you add more.';
$string['error:unavailable'] = 'The server cannot be reached for a moment. Try again shortly. Your changes are kept on this device.';
$string['error:unknown_contribution'] = 'This contribution does not exist any more. Load the page again.';
$string['error:unknown_field'] = 'The server does not know one of the fields. Load the page again.';
$string['error:unknown_item'] = 'This statement is not part of the exercise. Load the page again.';
$string['error:unknown_meeting'] = 'This meeting does not exist, or it is not the meeting of your group. Load the page again.';
$string['error:unknown_person'] = 'This person has not joined the meeting. Choose someone else.';
$string['error:unknown_round'] = 'This round does not exist. Load the page again.';
$string['error:unknown_step'] = 'This step is not part of the meeting. Load the page again.';
$string['error:wrong_block'] = 'This cannot be done in this step. Load the page again.';
$string['error:wrong_state'] = 'The meeting has moved on in the meantime. Look at where the group is now and try again.';

// Strings of the app (app:…).
