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
 * Dutch strings.
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
$string['activitysettings'] = 'De werkvorm';
$string['closebeforeopen'] = 'De einddatum ligt vóór de begindatum. Kies een latere einddatum.';
$string['completiondetail:finish'] = 'Meedoen aan elke verplichte stap van een bijeenkomst';
$string['completionfinish'] = 'Deelnemers moeten meedoen aan elke verplichte stap van een bijeenkomst';
$string['defaultfacilitation'] = 'Wie begeleidt';
$string['defaultfacilitation_desc'] = 'Waarmee een nieuwe activiteit begint.';
$string['defaultminanswers'] = 'Kleinste aantal antwoorden dat te zien is';
$string['defaultminanswers_desc'] = 'Waarmee een nieuwe activiteit begint: de uitslag van een stelling is pas te zien als minstens zoveel mensen de stelling hebben beantwoord. Het laagste aantal is {$a}.';
$string['defaultvisibility'] = 'Wie ziet wat';
$string['defaultvisibility_desc'] = 'Waarmee een nieuwe activiteit begint.';
$string['eventmeetingclosed'] = 'Bijeenkomst afgesloten';
$string['eventmeetingstarted'] = 'Bijeenkomst begonnen';
$string['eventresultrevealed'] = 'Uitslag getoond';
$string['facilitation'] = 'Wie begeleidt';
$string['facilitation:members'] = 'Iemand uit de groep: wie meedoet, kan begeleider worden';
$string['facilitation:trainer'] = 'De trainer: docenten starten de stappen en tonen de uitslag';
$string['facilitation_help'] = 'De begeleider opent de stappen, toont de uitslag en sluit de bijeenkomst af. Kies iemand uit de groep als groepen zonder jou aan de slag gaan. Docenten kunnen altijd begeleiden.';
$string['feedbackdone'] = 'Je hebt meegedaan aan: {$a}.';
$string['feedbackopen'] = 'Je hebt nog niet meegedaan aan: {$a}.';
$string['feedbackpoints'] = '{$a->earned} van de {$a->attainable} punten.';
$string['format'] = 'Werkvorm';
$string['format_help'] = 'De werkvorm die de groep doet. Elke werkvorm heeft eigen stellingen, stappen en tijden.';
$string['formatfrozen'] = 'De werkvorm kan niet meer veranderen, want er zijn al antwoorden gegeven. Maak een nieuwe activiteit voor een andere werkvorm.';
$string['formatoption'] = '{$a->title} ({$a->minutes})';
$string['formatproblemfile'] = 'het bestand';
$string['formatproblems'] = 'Dit is er mis met het bestand \'{$a}.json\' van de werkvorm (plaats en code; alleen beheerders zien dit):';
$string['formatunavailable'] = 'De werkvorm \'{$a}\' is op deze site niet beschikbaar. Vraag de beheerder om de plugin opnieuw te installeren.';
$string['frozenafteranswers'] = 'Er zijn al antwoorden gegeven. Wat de deelnemers is verteld over wie wat ziet, blijft zoals het is.';
$string['gradingscaleunsupported'] = 'Kies punten of geen cijfer. Punten tellen of je meedoet, dus een schaal met woorden past hier niet.';
$string['groupchoosehint'] = 'Kies van welke groep je de bijeenkomst wilt zien.';
$string['leerlandschap:addinstance'] = 'Een activiteit Leerlandschap toevoegen';
$string['leerlandschap:edit'] = 'De teksten van de werkvorm aanpassen';
$string['leerlandschap:facilitate'] = 'Een bijeenkomst begeleiden';
$string['leerlandschap:participate'] = 'Meedoen aan een bijeenkomst';
$string['leerlandschap:view'] = 'Een activiteit Leerlandschap bekijken';
$string['leerlandschap:viewreports'] = 'Rapporten bekijken';
$string['loadfailed'] = 'De werkvorm kon niet worden geladen. Laad de pagina opnieuw. Blijft het zo? Meld dan aan je beheerder dat de bestanden van de plugin niet compleet zijn.';
$string['loading'] = 'De werkvorm wordt geopend…';
$string['minanswers'] = 'Kleinste aantal antwoorden dat te zien is';
$string['minanswers_help'] = 'De uitslag van een stelling is pas te zien als minstens zoveel mensen de stelling hebben beantwoord. "Weet ik niet" telt niet mee. Met minder mensen is een antwoord soms tot een persoon te herleiden. Het laagste aantal is 3.';
$string['minanswerstoohigh'] = 'Kies hoogstens {$a}: anders ziet geen enkele groep een uitslag.';
$string['minanswerstoolow'] = 'Kies {$a} of meer. Met minder antwoorden kan een uitslag verraden wie wat heeft gestemd.';
$string['minutes'] = '{$a} minuten';
$string['minutesrange'] = '{$a->min} tot {$a->max} minuten';
$string['modulename'] = 'Leerlandschap';
$string['modulename_help'] = 'Een team praat over leren en gaat weg met iets dat vaststaat. Iedereen stemt over stellingen. De groep ziet waarover ze het eens is en waarover niet, spreekt vervolgacties af en legt samen uitgangspunten vast. De stappen hebben een tijd, zodat één bijeenkomst genoeg is.

Gebruik deze activiteit

* als jullie leerbeleid gaan maken of vernieuwen
* om ieders mening te horen, ook van wie weinig zegt
* met een groep die in één ruimte of online bij elkaar komt

Punten krijg je voor meedoen, nooit voor een mening.';
$string['modulenameplural'] = 'Activiteiten Leerlandschap';
$string['noscript'] = 'Deze werkvorm heeft JavaScript nodig. Zet het aan in je browser en laad de pagina opnieuw.';
$string['nowasm'] = 'Je browser kan deze werkvorm niet openen, omdat hij WebAssembly niet ondersteunt of omdat het uit staat. Gebruik een recente versie van Firefox, Chrome, Edge of Safari.';
$string['pluginadministration'] = 'Beheer van Leerlandschap';
$string['pluginname'] = 'Leerlandschap';
$string['privacy:answeranonymous'] = 'Antwoorden in een verborgen activiteit zijn niet meer aan jou te koppelen en staan daarom niet in dit bestand.';
$string['privacy:metadata:answer'] = 'Antwoorden op stellingen. In een activiteit met verborgen antwoorden hoort er geen gebruiker bij: alleen een sleutel die de server kan afleiden zolang de bijeenkomst open is, en een willekeurige nadat die is afgesloten.';
$string['privacy:metadata:answer:itemid'] = 'De stelling.';
$string['privacy:metadata:answer:reason'] = 'De reden die erbij is gezet.';
$string['privacy:metadata:answer:round'] = 'De ronde waarin de stelling is beantwoord.';
$string['privacy:metadata:answer:userid'] = 'Wie antwoordde. Alleen opgeslagen in activiteiten die namen bij antwoorden tonen.';
$string['privacy:metadata:answer:value'] = 'Het antwoord op de schaal, of dat iemand het liever niet zei.';
$string['privacy:metadata:answer:voterkey'] = 'Houdt de antwoorden van één persoon bij elkaar. In een activiteit met verborgen antwoorden is de sleutel afgeleid van een geheim buiten de database. Bij het afsluiten van de bijeenkomst komt er een willekeurige voor in de plaats.';
$string['privacy:metadata:contrib'] = 'Wat een groep heeft opgeschreven: notities, vervolgacties en uitgangspunten.';
$string['privacy:metadata:contrib:authorid'] = 'Wie het schreef. Niet opgeslagen in activiteiten met verborgen antwoorden.';
$string['privacy:metadata:contrib:fields'] = 'De tekst. Bij een vervolgactie ook wie die oppakt.';
$string['privacy:metadata:contrib:kind'] = 'Of het een notitie, een vervolgactie of een uitgangspunt is.';
$string['privacy:metadata:contrib:step'] = 'De stap waarin het is geschreven.';
$string['privacy:metadata:core_grades'] = 'De punten voor meedoen gaan naar de cijferlijst.';
$string['privacy:metadata:meeting'] = 'De bijeenkomsten van de groepen.';
$string['privacy:metadata:meeting:chairid'] = 'Wie de bijeenkomst als lid van de groep begeleidt.';
$string['privacy:metadata:presence'] = 'Wie meedoet aan een bijeenkomst.';
$string['privacy:metadata:presence:present'] = 'Of iemand aanwezig is.';
$string['privacy:metadata:presence:timejoined'] = 'Wanneer iemand erbij kwam. Bij verborgen antwoorden alleen de dag.';
$string['privacy:metadata:presence:userid'] = 'Wie erbij kwam.';
$string['privacy:metadata:progress'] = 'De stappen van een bijeenkomst waaraan iemand meedeed.';
$string['privacy:metadata:progress:step'] = 'De stap.';
$string['privacy:metadata:progress:timedone'] = 'Wanneer iemand eraan meedeed. Bij verborgen antwoorden alleen de dag.';
$string['privacy:metadata:progress:userid'] = 'Wie meedeed.';
$string['privacy:metadata:round'] = 'De uitslag van een ronde, zoals de groep die heeft gezien.';
$string['privacy:metadata:round:results'] = 'De tellingen. In activiteiten die namen bij antwoorden tonen ook wie welk antwoord gaf.';
$string['privacy:path:meeting'] = 'Bijeenkomst {$a}';
$string['resetmeetings'] = 'Verwijder alle bijeenkomsten met hun antwoorden en bijdragen';
$string['scale'] = 'Antwoordschaal';
$string['scale:agree3'] = 'Drie punten: niet mee eens, ertussenin, mee eens';
$string['scale:agree5'] = 'Vijf punten: helemaal niet mee eens tot helemaal mee eens';
$string['scale:default'] = 'Zoals de werkvorm het heeft';
$string['scale_help'] = 'Met vijf punten kunnen mensen zeggen hoe sterk ze het eens of oneens zijn. Drie punten lezen sneller.';
$string['scalefrozen'] = 'De schaal kan niet meer veranderen, want er zijn al antwoorden gegeven.';
$string['taskcloseidlemeetings'] = 'Bijeenkomsten afsluiten die 14 dagen niet zijn gebruikt';
$string['timeclose'] = 'Eindigt op';
$string['timeopen'] = 'Begint op';
$string['visibility'] = 'Wie ziet wat';
$string['visibility:hidden'] = 'Verborgen: niemand ziet wie welk antwoord gaf, jij ook niet';
$string['visibility:named'] = 'Met naam: de groep ziet wie welk antwoord gaf zodra de uitslag er is';
$string['visibility_help'] = 'In een verborgen activiteit staan antwoorden zonder naam opgeslagen en hebben notities geen schrijver. In een activiteit met namen staan die bij de antwoorden zodra de uitslag er is. Elke deelnemer leest vóór het antwoorden welk van de twee het is. Heeft iemand geantwoord, dan kan het niet meer veranderen.';
$string['visibilityneedshidden'] = 'Deze werkvorm werkt alleen met verborgen antwoorden.';

// Refusals and notices of the protocol.
$string['error:bad_date'] = 'Dit is geen geldige datum. Kies een andere datum.';
$string['error:bad_id'] = 'Er klopt iets niet in deze opdracht. Laad de pagina opnieuw.';
$string['error:bad_kind'] = 'Dit soort bijdrage bestaat hier niet. Laad de pagina opnieuw.';
$string['error:bad_text'] = 'In de tekst staan tekens die niet kunnen worden opgeslagen. Haal ze weg en probeer het opnieuw.';
$string['error:bad_value'] = 'Deze waarde kan hier niet. Kies een andere.';
$string['error:choose_group'] = 'Je zit in meer dan één groep. Kies eerst met welke groep je wilt werken.';
$string['error:conflict'] = 'Iemand anders was je net voor. Kies bij je tekst welke van de twee blijft staan.';
$string['error:deleted'] = 'Iemand anders heeft dit intussen verwijderd. Had je er iets voor geschreven? Dat staat nog bij deze stap: kies of je het opnieuw toevoegt.';
$string['error:guest'] = 'Gasten kunnen niet meedoen. Log in met je eigen account.';
$string['error:login_as'] = 'Je bent ingelogd als iemand anders en kunt daarom niet meedoen. Log in als jezelf.';
$string['error:meeting_closed'] = 'De bijeenkomst is afgesloten, dus er kan niets meer veranderen. Wat jullie hebben vastgelegd, blijft hier te lezen.';
$string['error:no_group'] = 'Je zit nog niet in een groep, en deze werkvorm doe je in groepen. Vraag je trainer om je in een groep te zetten.';
$string['error:no_right'] = 'Je kunt meekijken maar niet meedoen. Vraag het je trainer als je wilt meedoen.';
$string['error:not_allowed'] = 'Je mag dit niet doen. Vraag het de begeleider.';
$string['error:not_open'] = 'Deze werkvorm is nog niet open. Kom terug op de begindatum.';
$string['error:not_present'] = 'Je doet nog niet mee aan deze bijeenkomst. Klik eerst op Meedoen.';
$string['error:off_scale'] = 'Dit antwoord staat niet op de schaal. Kies een van de antwoorden die je ziet.';
$string['error:opt_out_not_offered'] = 'Bij deze stelling is er geen "weet ik niet". Kies een van de antwoorden die je ziet.';
$string['error:other_group'] = 'Je kijkt naar de bijeenkomst van een andere groep. Je kunt meelezen maar niet meedoen.';
$string['error:past_close'] = 'De einddatum van deze werkvorm is voorbij. Wat de groep heeft vastgelegd, blijft hier te lezen.';
$string['error:required_field'] = 'Er ontbreekt nog iets. Vul alle verplichte velden in.';
$string['error:round_not_open'] = 'Je kunt nu niet op deze stelling stemmen. Je antwoord is niet opgeslagen.';
$string['error:step_not_reached'] = 'De groep is nog niet bij deze stap. Wacht tot de begeleider hem opent.';
$string['error:storage_full'] = 'Er is geen ruimte meer om dit op te slaan. Bewaar je tekst ergens anders en meld het aan je beheerder.';
$string['error:too_large'] = 'Dit is te veel in één keer. Stuur minder en probeer het opnieuw.';
$string['error:too_long'] = 'De tekst is te lang. Maak hem korter en probeer het opnieuw.';
$string['error:too_many'] = 'De lijst is vol. Haal iets weg voordat je er iets bij zet.';
$string['error:unavailable'] = 'De server is even niet bereikbaar. Probeer het zo nog eens.';
$string['error:unknown_contribution'] = 'Deze bijdrage bestaat niet meer. Laad de pagina opnieuw.';
$string['error:unknown_field'] = 'De server kent een van de velden niet. Laad de pagina opnieuw.';
$string['error:unknown_item'] = 'Deze stelling hoort niet bij de werkvorm. Laad de pagina opnieuw.';
$string['error:unknown_meeting'] = 'Deze bijeenkomst bestaat niet, of het is niet die van jouw groep. Laad de pagina opnieuw.';
$string['error:unknown_person'] = 'Deze persoon doet niet mee aan de bijeenkomst. Kies iemand anders.';
$string['error:unknown_round'] = 'Deze ronde bestaat niet. Laad de pagina opnieuw.';
$string['error:unknown_step'] = 'Deze stap hoort niet bij de bijeenkomst. Laad de pagina opnieuw.';
$string['error:wrong_block'] = 'Dit kan niet in deze stap. Laad de pagina opnieuw.';
$string['error:wrong_state'] = 'De bijeenkomst is intussen verder. Kijk waar de groep nu is en probeer het opnieuw.';

// Strings of the app (app:…).
$string['app:absent'] = 'afwezig';
$string['app:action_add'] = 'Vervolgactie toevoegen';
$string['app:action_from'] = 'Bij de stelling: {$a}';
$string['app:action_new'] = 'Nieuwe vervolgactie';
$string['app:action_prefill'] = 'Verder bespreken: {$a}';
$string['app:action_source'] = 'Hoort bij';
$string['app:action_source_none'] = 'Geen stelling';
$string['app:action_status'] = 'Hoe staat het ervoor?';
$string['app:action_what'] = 'Wat gaan we doen?';
$string['app:action_when'] = 'Wanneer is het klaar?';
$string['app:action_who'] = 'Wie pakt dit op?';
$string['app:action_who_choose'] = 'Kies iemand';
$string['app:action_who_else'] = 'Iemand anders…';
$string['app:action_who_name'] = 'Wie is dat?';
$string['app:actions_empty'] = 'Er zijn nog geen vervolgacties. Wat willen jullie uitzoeken of met anderen bespreken?';
$string['app:actions_list'] = 'Vervolgacties';
$string['app:add'] = 'Toevoegen';
$string['app:add_again'] = 'Opnieuw toevoegen';
$string['app:again_text'] = 'Kies de stellingen waarover jullie opnieuw willen stemmen. De uitslag van de vorige ronde blijft staan.';
$string['app:again_title'] = 'Opnieuw stemmen';
$string['app:again_yes'] = 'Ronde starten';
$string['app:agreement'] = 'overeenstemming {$a}%';
$string['app:another_participant'] = 'Nog een deelnemer';
$string['app:answered_of'] = '{$a->k} van {$a->n} antwoordden';
$string['app:as_table'] = 'Alle aantallen in een tabel';
$string['app:banner_closed'] = 'De bijeenkomst is afgesloten. Je kunt alles nog lezen.';
$string['app:banner_elsewhere'] = 'Je kijkt even ergens anders. De groep is nu bij: {$a}.';
$string['app:banner_follow'] = 'Ga naar de groep';
$string['app:banner_label'] = 'Bericht';
$string['app:banner_not_joined'] = 'Je kijkt nu mee. Wil je ook antwoorden en schrijven? Doe dan mee.';
$string['app:brand'] = 'Leerlandschap';
$string['app:cancel'] = 'Annuleren';
$string['app:chair_free'] = 'Er is nog geen begeleider. Een van jullie kan de leiding nemen.';
$string['app:chair_held'] = '{$a} begeleidt de bijeenkomst.';
$string['app:chair_mine'] = 'Jij begeleidt de bijeenkomst.';
$string['app:chair_over'] = 'Leiding overnemen';
$string['app:chair_over_text'] = 'Daarna breng jij de groep naar de volgende stap en toon jij de uitslag.';
$string['app:chair_over_title'] = '{$a} begeleidt nu. Wil jij het overnemen?';
$string['app:chair_release'] = 'Leiding teruggeven';
$string['app:chair_take'] = 'Ik begeleid';
$string['app:class_consensus_agree'] = 'Eensgezind: mee eens';
$string['app:class_consensus_disagree'] = 'Eensgezind: niet mee eens';
$string['app:class_consensus_middle'] = 'Eensgezind: ertussenin';
$string['app:class_divided'] = 'Verdeeld';
$string['app:class_lean_agree'] = 'Neigt naar mee eens';
$string['app:class_lean_disagree'] = 'Neigt naar niet mee eens';
$string['app:class_lean_none'] = 'Geen duidelijke kant';
$string['app:class_suppressed'] = 'Te weinig antwoorden';
$string['app:close_meeting'] = 'Bijeenkomst afsluiten';
$string['app:close_text'] = 'Daarna kan niemand nog iets toevoegen of veranderen. Jullie kunnen alles nog wel lezen en afdrukken. Dit kun je niet terugdraaien.';
$string['app:close_title'] = 'De bijeenkomst afsluiten?';
$string['app:close_unrevealed'] = 'Let op: jullie hebben gestemd, maar de uitslag is nog niet getoond. Na het afsluiten kan dat niet meer.';
$string['app:closed'] = 'Afgesloten';
$string['app:closing_no_actions'] = 'Jullie hebben geen vervolgacties afgesproken.';
$string['app:closing_no_principles'] = 'Jullie hebben geen uitgangspunten opgeschreven.';
$string['app:conflict_mine'] = 'Jouw tekst';
$string['app:conflict_theirs'] = 'De tekst van de ander';
$string['app:conflict_title'] = 'Iemand anders was je net voor. Welke tekst blijft staan?';
$string['app:copied'] = 'Gekopieerd. Je kunt de tekst nu ergens anders plakken.';
$string['app:copy_by_hand'] = 'Kopiëren lukt hier niet vanzelf. Selecteer de tekst en kopieer die zelf.';
$string['app:copy_text'] = 'Kopieer als tekst';
$string['app:date'] = '{$a->day} {$a->month} {$a->year}';
$string['app:decimal'] = '{$a->whole},{$a->tenth}';
$string['app:delete'] = 'Verwijder: {$a}';
$string['app:delete_title'] = 'Voor iedereen verwijderen?';
$string['app:delete_yes'] = 'Verwijderen';
$string['app:dismiss'] = 'Bericht sluiten';
$string['app:door_label'] = 'Meedoen';
$string['app:drop_mine'] = 'Mijn tekst weggooien';
$string['app:edit'] = 'Wijzig: {$a}';
$string['app:export'] = 'Bewaar als bestand';
$string['app:export_failed'] = 'Het bestand is niet bewaard. Probeer het nog een keer.';
$string['app:go_to'] = 'Naar {$a}';
$string['app:gone_title'] = 'Dit is intussen verwijderd. Wil je jouw tekst opnieuw toevoegen?';
$string['app:group_moved'] = 'De groep is nu bij: {$a}.';
$string['app:handover'] = 'Hoe nu verder';
$string['app:hint_for_you'] = 'Tip voor de begeleider:';
$string['app:import'] = 'Open een bestand';
$string['app:import_wrong'] = 'Dit bestand is geen bijeenkomst van deze werkvorm. Kies een ander bestand.';
$string['app:indicative'] = 'Er zijn minder dan 8 antwoorden. Zie de uitslag als een eerste indruk.';
$string['app:join'] = 'Meedoen';
$string['app:joined'] = 'Je doet mee';
$string['app:keep_mine'] = 'Mijn tekst houden';
$string['app:keep_theirs'] = 'De andere tekst houden';
$string['app:language'] = 'Taal';
$string['app:lead_label'] = 'Voor de begeleider';
$string['app:lead_less'] = 'Minder';
$string['app:lead_more'] = 'Meer';
$string['app:lead_title'] = 'Jij begeleidt';
$string['app:leave'] = 'Stoppen met meedoen';
$string['app:leaves_with'] = 'Wat jullie eraan overhouden';
$string['app:legend'] = 'Wat de kleuren betekenen';
$string['app:log_in'] = 'Opnieuw inloggen';
$string['app:logged_out'] = 'Je bent uitgelogd. Log opnieuw in om verder te gaan.';
$string['app:logged_out_changes'] = 'Je bent uitgelogd. Log opnieuw in; je wijzigingen ({$a}) staan nog op dit apparaat.';
$string['app:mark_absent'] = 'Zet {$a} op afwezig';
$string['app:mark_present'] = 'Zet {$a} op aanwezig';
$string['app:may_be_empty'] = '(hoeft niet)';
$string['app:meeting_menu'] = 'Bijeenkomst';
$string['app:messages_label'] = 'Meldingen';
$string['app:minutes_one'] = '{$a} minuut';
$string['app:minutes_other'] = '{$a} minuten';
$string['app:minutes_range'] = '{$a->min} tot {$a->max} minuten';
$string['app:minutes_up_to_one'] = 'hooguit {$a} minuut';
$string['app:minutes_up_to_other'] = 'hooguit {$a} minuten';
$string['app:missing_one'] = 'Er moet nog {$a} persoon meedoen. Anders zijn jullie met te weinig en blijft de uitslag verborgen.';
$string['app:missing_other'] = 'Er moeten nog {$a} mensen meedoen. Anders zijn jullie met te weinig en blijft de uitslag verborgen.';
$string['app:months'] = 'januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december';
$string['app:move_down'] = 'Omlaag: {$a}';
$string['app:move_up'] = 'Omhoog: {$a}';
$string['app:moved'] = 'Staat nu op plaats {$a->k} van {$a->n}.';
$string['app:nav_done'] = ', je hebt meegedaan';
$string['app:nav_group_here'] = ', hier is de groep';
$string['app:nav_label'] = 'Stappen';
$string['app:note_new'] = 'Nieuwe notitie bij: {$a}';
$string['app:note_text'] = 'Notitie';
$string['app:one_vote'] = 'Eén stem maakt hier het verschil.';
$string['app:opt_out_short'] = 'Geen mening';
$string['app:opt_outs_one'] = '{$a} persoon gaf geen mening';
$string['app:opt_outs_other'] = '{$a} mensen gaven geen mening';
$string['app:optional'] = 'mag je overslaan';
$string['app:part_done'] = 'meegedaan';
$string['app:part_open'] = 'niet meegedaan';
$string['app:pending'] = 'wordt opgeslagen…';
$string['app:people_one'] = '{$a} deelnemer';
$string['app:people_other'] = '{$a} deelnemers';
$string['app:percent'] = '{$a}%';
$string['app:place_closing'] = 'Wat jullie meenemen';
$string['app:place_start'] = 'Start';
$string['app:points_one'] = '{$a} punt voor meedoen';
$string['app:points_other'] = '{$a} punten voor meedoen';
$string['app:principle_new'] = 'Nieuw uitgangspunt';
$string['app:principles_empty'] = 'Er staan nog geen uitgangspunten. Schrijf het eerste op.';
$string['app:principles_title'] = 'Uitgangspunten';
$string['app:print'] = 'Afdrukken';
$string['app:prompts'] = 'Om over na te denken';
$string['app:reason'] = 'Waarom? (hoeft niet)';
$string['app:reason_hint'] = 'De groep kan dit na het stemmen lezen, zonder je naam, als genoeg mensen een reden geven.';
$string['app:reasons_one'] = '{$a} reden uit de groep';
$string['app:reasons_other'] = '{$a} redenen uit de groep';
$string['app:results'] = 'Uitslag';
$string['app:results_beside'] = 'Bekijk de uitslag van de stellingen';
$string['app:results_of_round'] = 'Uitslag van ronde {$a}';
$string['app:reveal'] = 'Uitslag tonen';
$string['app:reveal_text'] = '{$a->k} van {$a->n} hebben alles beantwoord. Als je de uitslag nu toont, tellen latere antwoorden niet meer mee.';
$string['app:reveal_title'] = 'Nog niet iedereen is klaar';
$string['app:revealed'] = 'De uitslag is er.';
$string['app:round_again'] = 'Ronde {$a}: stem nog een keer. Je mag van mening veranderen, maar dat hoeft niet.';
$string['app:round_close'] = 'Stemmen sluiten';
$string['app:round_number'] = 'Ronde {$a}';
$string['app:round_open'] = 'Stemmen openen';
$string['app:round_opened'] = 'Ronde {$a} is open. Je kunt stemmen.';
$string['app:round_reopen'] = 'Toch weer openen';
$string['app:round_second'] = 'Opnieuw stemmen…';
$string['app:save'] = 'Opslaan';
$string['app:saved'] = 'Opgeslagen';
$string['app:saved_logged_out'] = 'Uitgelogd';
$string['app:saved_memory'] = 'Deze browser bewaart niets: sluit de pagina niet';
$string['app:saved_offline_one'] = 'Geen verbinding: {$a} wijziging bewaard op dit apparaat';
$string['app:saved_offline_other'] = 'Geen verbinding: {$a} wijzigingen bewaard op dit apparaat';
$string['app:saved_sending'] = 'Wordt opgeslagen…';
$string['app:scope_hint'] = 'Wordt vanzelf opgeslagen.';
$string['app:sees_hidden'] = 'Niemand ziet wat jij kiest, ook de begeleider niet. Jullie zien samen alleen de aantallen, en pas vanaf {$a} antwoorden.';
$string['app:sees_named'] = 'Als de uitslag getoond is, ziet de groep wie wat heeft gekozen. De uitslag komt er pas vanaf {$a} antwoorden.';
$string['app:sees_title'] = 'Wie ziet wat?';
$string['app:sees_writing_hidden'] = 'Wat je opschrijft, ziet de groep meteen, zonder jouw naam. Bij een vervolgactie staat wel wie die oppakt.';
$string['app:sees_writing_named'] = 'Wat je opschrijft, ziet de groep meteen, met jouw naam erbij.';
$string['app:shift_agree'] = 'Sinds de vorige ronde schoof de groep samen {$a->points} punt op richting ‘mee eens’ (gemiddeld, over {$a->both} mensen die beide keren stemden).';
$string['app:shift_disagree'] = 'Sinds de vorige ronde schoof de groep samen {$a->points} punt op richting ‘niet mee eens’ (gemiddeld, over {$a->both} mensen die beide keren stemden).';
$string['app:shift_hardly'] = 'Sinds de vorige ronde is de groep samen bijna niet opgeschoven ({$a->both} mensen stemden beide keren).';
$string['app:shift_none'] = 'Sinds de vorige ronde is de groep samen niet opgeschoven ({$a->both} mensen stemden beide keren).';
$string['app:skip_to'] = 'Sla over, ga naar {$a}';
$string['app:start_group'] = 'Start voor de groep';
$string['app:start_over'] = 'Begin opnieuw';
$string['app:start_over_text'] = 'Alle antwoorden en alles wat is opgeschreven verdwijnen, in alle tabbladen. Bewaar de bijeenkomst eerst als bestand als je die wilt houden.';
$string['app:start_over_title'] = 'Helemaal opnieuw beginnen?';
$string['app:starting_point_do'] = 'Maak er een vervolgactie van';
$string['app:starting_point_open'] = 'Nog niet helder';
$string['app:starting_point_used'] = 'Al een vervolgactie';
$string['app:starting_points'] = 'Begin bij een stelling';
$string['app:statement_number'] = 'Stelling {$a}';
$string['app:status_busy'] = 'Bezig';
$string['app:status_done'] = 'Klaar';
$string['app:status_dropped'] = 'Gestopt';
$string['app:status_of'] = 'Hoe staat het met: {$a}';
$string['app:status_open'] = 'Nog niet begonnen';
$string['app:step_number'] = 'Stap {$a}';
$string['app:steps_title'] = 'Dit gaan jullie doen';
$string['app:suppressed_explained'] = 'Er zijn minder dan {$a} antwoorden met een mening. Daarom laten we geen uitslag zien: zo blijft verborgen wie wat koos.';
$string['app:table_agreement'] = 'Overeenstemming';
$string['app:table_answered'] = 'Antwoorden';
$string['app:table_class'] = 'Oordeel';
$string['app:table_of'] = '{$a->k} van {$a->n}';
$string['app:table_round'] = 'Ronde';
$string['app:table_statement'] = 'Stelling';
$string['app:timer_extend'] = '1 minuut erbij';
$string['app:timer_extra'] = 'extra tijd';
$string['app:timer_label'] = 'Tijd voor deze stap';
$string['app:timer_minute'] = 'Nog één minuut voor deze stap.';
$string['app:timer_over'] = 'De tijd voor deze stap is om. Rond rustig af.';
$string['app:timer_pause'] = 'Tijd stilzetten';
$string['app:timer_paused'] = 'staat stil';
$string['app:timer_resume'] = 'Tijd laten lopen';
$string['app:took_part'] = 'Ik heb meegedaan';
$string['app:took_part_done'] = 'Je hebt meegedaan aan deze stap';
$string['app:took_part_hint'] = 'Dacht en praatte je mee, maar schreef iemand anders het op? Ook dat is meedoen.';
$string['app:took_part_late'] = 'Kwam je pas na het stemmen binnen? Praat je mee over de uitslag, dan doe je ook mee.';
$string['app:try_again'] = 'Opnieuw proberen';
$string['app:vote_change'] = 'Stem eerst zelf en praat er nog niet over. Je mag je antwoorden veranderen tot het stemmen sluit.';
$string['app:vote_closed'] = 'Het stemmen is gesloten. Zo komt de uitslag.';
$string['app:vote_group'] = '{$a->k} van {$a->n} hebben alles beantwoord';
$string['app:vote_mine'] = '{$a->k} van {$a->n} beantwoord';
$string['app:vote_not_open'] = 'Het stemmen begint zo. Wacht op de begeleider.';
$string['app:vote_ready'] = 'Je bent klaar. We wachten nog op de anderen.';
$string['app:wait_for_start'] = 'Wacht even: de begeleider start voor de hele groep.';
$string['app:who_chose_what'] = 'Wie koos wat?';
$string['app:you'] = 'jij';
$string['app:your_name'] = 'Hoe heet je?';
$string['app:your_part'] = 'Jouw deelname';
