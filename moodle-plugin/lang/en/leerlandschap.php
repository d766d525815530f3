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
$string['formatproblemfile'] = 'the file';
$string['formatproblems'] = 'What is wrong with the format file \'{$a}.json\' (place and code; only administrators see this):';
$string['formatunavailable'] = 'The exercise \'{$a}\' is not available on this site. Ask the administrator to install the plugin again.';
$string['frozenafteranswers'] = 'People have answered already. What they were told about who sees what stays as it is.';
$string['gradingscaleunsupported'] = 'Choose points or no grade. Points count taking part, so a scale of words does not fit.';
$string['groupchoosehint'] = 'Choose a group to see its meeting.';
$string['leerlandschap:addinstance'] = 'Add a Leerlandschap activity';
$string['leerlandschap:edit'] = 'Adapt the texts of the exercise';
$string['leerlandschap:facilitate'] = 'Facilitate a meeting';
$string['leerlandschap:participate'] = 'Take part in a meeting';
$string['leerlandschap:view'] = 'View a Leerlandschap activity';
$string['leerlandschap:viewreports'] = 'View reports';
$string['loadfailed'] = 'The exercise could not be loaded. Load the page again. If it stays this way, tell your administrator that the files of the plugin are incomplete.';
$string['loading'] = 'Opening the exercise…';
$string['minanswers'] = 'Smallest number of answers shown';
$string['minanswers_help'] = 'Results of a statement show only where at least this many people answered it. "Don\'t know" does not count. With fewer people an answer could be traced to a person. The lowest possible number is 3.';
$string['minanswerstoohigh'] = 'Choose at most {$a}: no group would ever see its results.';
$string['minanswerstoolow'] = 'Choose {$a} or more. With fewer answers a result could tell who voted what.';
$string['minutes'] = '{$a} minutes';
$string['minutesrange'] = '{$a->min} to {$a->max} minutes';
$string['modulename'] = 'Leerlandschap';
$string['modulename_help'] = 'A team talks about learning and leaves with something decided. Everyone votes on statements, the group sees where it agrees and where it is divided, writes down follow-up actions and words shared principles. The steps are timed, so that one meeting is enough.

Use it

* at the start of making or renewing a learning policy
* to hear everyone\'s opinion, also of those who say little
* with a group that meets in one room or by video

Points are for taking part, never for an opinion.';
$string['modulenameplural'] = 'Leerlandschap activities';
$string['noscript'] = 'This exercise needs JavaScript. Switch it on in your browser and load the page again.';
$string['nowasm'] = 'Your browser cannot open this exercise, because it does not support WebAssembly or it has been switched off. Use a recent version of Firefox, Chrome, Edge or Safari.';
$string['pluginadministration'] = 'Leerlandschap administration';
$string['pluginname'] = 'Leerlandschap';
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
$string['taskcloseidlemeetings'] = 'Close meetings that nobody has used for 14 days';
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
$string['error:conflict'] = 'Someone else was just ahead of you. Choose at your text which of the two stays.';
$string['error:deleted'] = 'Someone else has deleted this in the meantime. Had you written something for it? It is still on the page of this step: choose whether to add it again.';
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
$string['error:unavailable'] = 'The server cannot be reached for a moment. Try again shortly.';
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
$string['app:absent'] = 'absent';
$string['app:action_add'] = 'Add follow-up action';
$string['app:action_from'] = 'From the statement: {$a}';
$string['app:action_new'] = 'New follow-up action';
$string['app:action_prefill'] = 'Discuss further: {$a}';
$string['app:action_source'] = 'Belongs to';
$string['app:action_source_none'] = 'No statement';
$string['app:action_status'] = 'How is it going?';
$string['app:action_what'] = 'What will we do?';
$string['app:action_when'] = 'When will it be done?';
$string['app:action_who'] = 'Who takes this on?';
$string['app:action_who_choose'] = 'Choose someone';
$string['app:action_who_else'] = 'Someone else…';
$string['app:action_who_name'] = 'Who is that?';
$string['app:actions_empty'] = 'There are no follow-up actions yet. What do you want to find out or discuss with others?';
$string['app:actions_list'] = 'Follow-up actions';
$string['app:add'] = 'Add';
$string['app:add_again'] = 'Add it again';
$string['app:again_text'] = 'Choose the statements you want to vote on again. The results of the round before stay as they are.';
$string['app:again_title'] = 'Vote again';
$string['app:again_yes'] = 'Start the round';
$string['app:agreement'] = 'agreement {$a}%';
$string['app:another_participant'] = 'Another participant';
$string['app:answered_of'] = '{$a->k} of {$a->n} answered';
$string['app:as_table'] = 'All numbers in a table';
$string['app:banner_closed'] = 'The meeting has been closed. You can still read everything.';
$string['app:banner_elsewhere'] = 'You are looking at another page. The group is now at: {$a}.';
$string['app:banner_follow'] = 'Go to the group';
$string['app:banner_label'] = 'Message';
$string['app:banner_not_joined'] = 'You are looking on. Do you want to answer and write too? Then join.';
$string['app:brand'] = 'Leerlandschap';
$string['app:cancel'] = 'Cancel';
$string['app:chair_free'] = 'There is no facilitator yet. One of you can take the lead.';
$string['app:chair_held'] = '{$a} facilitates the meeting.';
$string['app:chair_mine'] = 'You facilitate the meeting.';
$string['app:chair_over'] = 'Take over the lead';
$string['app:chair_over_text'] = 'From then on you take the group to the next step and show the results.';
$string['app:chair_over_title'] = '{$a} is facilitating now. Do you want to take over?';
$string['app:chair_release'] = 'Give back the lead';
$string['app:chair_take'] = 'I will facilitate';
$string['app:class_consensus_agree'] = 'Consensus: agree';
$string['app:class_consensus_disagree'] = 'Consensus: disagree';
$string['app:class_consensus_middle'] = 'Consensus: in between';
$string['app:class_divided'] = 'Divided';
$string['app:class_lean_agree'] = 'Leaning towards agree';
$string['app:class_lean_disagree'] = 'Leaning towards disagree';
$string['app:class_lean_none'] = 'No clear side';
$string['app:class_suppressed'] = 'Too few answers';
$string['app:close_meeting'] = 'Close the meeting';
$string['app:close_text'] = 'After that nobody can add or change anything. You can still read and print everything. This cannot be undone.';
$string['app:close_title'] = 'Close the meeting?';
$string['app:close_unrevealed'] = 'Please note: you have voted, but the results have not been shown yet. After closing that is no longer possible.';
$string['app:closed'] = 'Closed';
$string['app:closing_no_actions'] = 'You have not agreed on any follow-up actions.';
$string['app:closing_no_principles'] = 'You have not written down any principles.';
$string['app:conflict_mine'] = 'Your text';
$string['app:conflict_theirs'] = 'The other person\'s text';
$string['app:conflict_title'] = 'Someone else was just ahead of you. Which text stays?';
$string['app:copied'] = 'Copied. You can now paste the text somewhere else.';
$string['app:copy_by_hand'] = 'Copying does not work by itself here. Select the text and copy it yourself.';
$string['app:copy_text'] = 'Copy as text';
$string['app:date'] = '{$a->day} {$a->month} {$a->year}';
$string['app:decimal'] = '{$a->whole}.{$a->tenth}';
$string['app:delete'] = 'Delete: {$a}';
$string['app:delete_title'] = 'Delete for everyone?';
$string['app:delete_yes'] = 'Delete';
$string['app:dismiss'] = 'Close message';
$string['app:door_label'] = 'Taking part';
$string['app:drop_mine'] = 'Throw my text away';
$string['app:edit'] = 'Edit: {$a}';
$string['app:export'] = 'Save as a file';
$string['app:export_failed'] = 'The file has not been saved. Try again.';
$string['app:go_to'] = 'Go to {$a}';
$string['app:gone_title'] = 'This has been deleted in the meantime. Do you want to add your text again?';
$string['app:group_moved'] = 'The group is now at: {$a}.';
$string['app:handover'] = 'Where to go from here';
$string['app:hint_for_you'] = 'Tip for the facilitator:';
$string['app:import'] = 'Open a file';
$string['app:import_wrong'] = 'This file is not a meeting of this exercise. Choose another file.';
$string['app:indicative'] = 'There are fewer than 8 answers. Take the result as a first impression.';
$string['app:join'] = 'Join';
$string['app:joined'] = 'You have joined';
$string['app:keep_mine'] = 'Keep my text';
$string['app:keep_theirs'] = 'Keep the other text';
$string['app:language'] = 'Language';
$string['app:lead_label'] = 'For the facilitator';
$string['app:lead_less'] = 'Less';
$string['app:lead_more'] = 'More';
$string['app:lead_title'] = 'You facilitate';
$string['app:leave'] = 'Stop taking part';
$string['app:leaves_with'] = 'What you leave with';
$string['app:legend'] = 'What the colours mean';
$string['app:log_in'] = 'Log in again';
$string['app:logged_out'] = 'You have been logged out. Log in again to go on.';
$string['app:logged_out_changes'] = 'You have been logged out. Log in again; your changes ({$a}) are still on this device.';
$string['app:mark_absent'] = 'Mark {$a} as absent';
$string['app:mark_present'] = 'Mark {$a} as present';
$string['app:may_be_empty'] = '(optional)';
$string['app:meeting_menu'] = 'Meeting';
$string['app:messages_label'] = 'Notifications';
$string['app:minutes_one'] = '{$a} minute';
$string['app:minutes_other'] = '{$a} minutes';
$string['app:minutes_range'] = '{$a->min} to {$a->max} minutes';
$string['app:minutes_up_to_one'] = 'at most {$a} minute';
$string['app:minutes_up_to_other'] = 'at most {$a} minutes';
$string['app:missing_one'] = '{$a} more person has to join. Otherwise there are too few of you and the results stay hidden.';
$string['app:missing_other'] = '{$a} more people have to join. Otherwise there are too few of you and the results stay hidden.';
$string['app:months'] = 'January, February, March, April, May, June, July, August, September, October, November, December';
$string['app:move_down'] = 'Move down: {$a}';
$string['app:move_up'] = 'Move up: {$a}';
$string['app:moved'] = 'Now in place {$a->k} of {$a->n}.';
$string['app:nav_done'] = ', you took part';
$string['app:nav_group_here'] = ', the group is here';
$string['app:nav_label'] = 'Steps';
$string['app:note_new'] = 'New note under: {$a}';
$string['app:note_text'] = 'Note';
$string['app:one_vote'] = 'One vote makes the difference here.';
$string['app:opt_out_short'] = 'No opinion';
$string['app:opt_outs_one'] = '{$a} person gave no opinion';
$string['app:opt_outs_other'] = '{$a} people gave no opinion';
$string['app:optional'] = 'may be skipped';
$string['app:part_done'] = 'took part';
$string['app:part_open'] = 'did not take part';
$string['app:pending'] = 'being saved…';
$string['app:people_one'] = '{$a} participant';
$string['app:people_other'] = '{$a} participants';
$string['app:percent'] = '{$a}%';
$string['app:place_closing'] = 'What you take with you';
$string['app:place_start'] = 'Start';
$string['app:points_one'] = '{$a} point for taking part';
$string['app:points_other'] = '{$a} points for taking part';
$string['app:principle_new'] = 'New principle';
$string['app:principles_empty'] = 'There are no principles yet. Write down the first one.';
$string['app:principles_title'] = 'Principles';
$string['app:print'] = 'Print';
$string['app:prompts'] = 'To think about';
$string['app:reason'] = 'Why? (optional)';
$string['app:reason_hint'] = 'The group can read this after the vote, without your name, if enough people give a reason.';
$string['app:reasons_one'] = '{$a} reason from the group';
$string['app:reasons_other'] = '{$a} reasons from the group';
$string['app:results'] = 'Results';
$string['app:results_beside'] = 'See the results of the statements';
$string['app:results_of_round'] = 'Results of round {$a}';
$string['app:reveal'] = 'Show the results';
$string['app:reveal_text'] = '{$a->k} of {$a->n} have answered everything. If you show the results now, later answers no longer count.';
$string['app:reveal_title'] = 'Not everyone has finished';
$string['app:revealed'] = 'The results are here.';
$string['app:round_again'] = 'Round {$a}: vote again. You may change your mind, but you don\'t have to.';
$string['app:round_close'] = 'Close the vote';
$string['app:round_number'] = 'Round {$a}';
$string['app:round_open'] = 'Open the vote';
$string['app:round_opened'] = 'Round {$a} is open. You can vote.';
$string['app:round_reopen'] = 'Open it again';
$string['app:round_second'] = 'Vote again…';
$string['app:save'] = 'Save';
$string['app:saved'] = 'Saved';
$string['app:saved_logged_out'] = 'Logged out';
$string['app:saved_memory'] = 'This browser stores nothing: keep the page open';
$string['app:saved_offline_one'] = 'No connection: {$a} change kept on this device';
$string['app:saved_offline_other'] = 'No connection: {$a} changes kept on this device';
$string['app:saved_sending'] = 'Saving…';
$string['app:scope_hint'] = 'Saved by itself.';
$string['app:sees_hidden'] = 'Nobody sees what you choose, not even the facilitator. Together you only see the numbers, and only from {$a} answers on.';
$string['app:sees_named'] = 'Once the results are shown, the group sees who chose what. There are results only from {$a} answers on.';
$string['app:sees_title'] = 'Who sees what?';
$string['app:sees_writing_hidden'] = 'The group sees what you write straight away, without your name. A follow-up action does show who takes it on.';
$string['app:sees_writing_named'] = 'The group sees what you write straight away, with your name.';
$string['app:shift_agree'] = 'Since the round before, the group moved {$a->points} points towards ‘agree’ (on average, over the {$a->both} people who voted both times).';
$string['app:shift_disagree'] = 'Since the round before, the group moved {$a->points} points towards ‘disagree’ (on average, over the {$a->both} people who voted both times).';
$string['app:shift_hardly'] = 'Since the round before, the group as a whole hardly moved ({$a->both} people voted both times).';
$string['app:shift_none'] = 'Since the round before, the group as a whole did not move ({$a->both} people voted both times).';
$string['app:skip_to'] = 'Skip, go to {$a}';
$string['app:start_group'] = 'Start for the group';
$string['app:start_over'] = 'Start over';
$string['app:start_over_text'] = 'All answers and everything written down disappear, in all tabs. Save the meeting as a file first if you want to keep it.';
$string['app:start_over_title'] = 'Start all over?';
$string['app:starting_point_do'] = 'Turn it into a follow-up action';
$string['app:starting_point_open'] = 'Not clear yet';
$string['app:starting_point_used'] = 'Already a follow-up action';
$string['app:starting_points'] = 'Start from a statement';
$string['app:statement_number'] = 'Statement {$a}';
$string['app:status_busy'] = 'In progress';
$string['app:status_done'] = 'Done';
$string['app:status_dropped'] = 'Stopped';
$string['app:status_of'] = 'How is it going with: {$a}';
$string['app:status_open'] = 'Not started';
$string['app:step_number'] = 'Step {$a}';
$string['app:steps_title'] = 'What you will do';
$string['app:suppressed_explained'] = 'Fewer than {$a} people gave an opinion. That is why no result is shown: so it stays hidden who chose what.';
$string['app:table_agreement'] = 'Agreement';
$string['app:table_answered'] = 'Answers';
$string['app:table_class'] = 'Verdict';
$string['app:table_of'] = '{$a->k} of {$a->n}';
$string['app:table_round'] = 'Round';
$string['app:table_statement'] = 'Statement';
$string['app:timer_extend'] = '1 more minute';
$string['app:timer_extra'] = 'extra time';
$string['app:timer_label'] = 'Time for this step';
$string['app:timer_minute'] = 'One minute left for this step.';
$string['app:timer_over'] = 'The time for this step is up. Take a moment to round off.';
$string['app:timer_pause'] = 'Pause the timer';
$string['app:timer_paused'] = 'paused';
$string['app:timer_resume'] = 'Resume the timer';
$string['app:took_part'] = 'I took part';
$string['app:took_part_done'] = 'You took part in this step';
$string['app:took_part_hint'] = 'Did you think and talk along while someone else wrote it down? That is taking part too.';
$string['app:took_part_late'] = 'Did you come in after the vote? If you talk about the results with the others, you take part too.';
$string['app:try_again'] = 'Try again';
$string['app:vote_change'] = 'Vote on your own first and don\'t talk about it yet. You may change your answers until the vote closes.';
$string['app:vote_closed'] = 'The vote is closed. The results will follow shortly.';
$string['app:vote_group'] = '{$a->k} of {$a->n} have answered everything';
$string['app:vote_mine'] = '{$a->k} of {$a->n} answered';
$string['app:vote_not_open'] = 'The vote starts soon. Wait for the facilitator.';
$string['app:vote_ready'] = 'You are done. We are waiting for the others.';
$string['app:wait_for_start'] = 'One moment: the facilitator starts for the whole group.';
$string['app:who_chose_what'] = 'Who chose what?';
$string['app:you'] = 'you';
$string['app:your_name'] = 'What is your name?';
$string['app:your_part'] = 'Your participation';
