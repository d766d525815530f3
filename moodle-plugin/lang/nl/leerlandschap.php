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
$string['defaultminanswers_desc'] = 'Waarmee een nieuwe activiteit begint: de uitslag van een stelling is pas te zien als minstens zoveel mensen haar hebben beantwoord. Het laagste aantal is {$a}.';
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
$string['formatunavailable'] = 'De werkvorm \'{$a}\' is op deze site niet beschikbaar. Vraag de beheerder om de plugin opnieuw te installeren.';
$string['frozenafteranswers'] = 'Er zijn al antwoorden gegeven. Wat de deelnemers is verteld over wie wat ziet, blijft zoals het is.';
$string['gradingscaleunsupported'] = 'Kies punten of geen cijfer. Punten tellen of je meedoet, dus een schaal met woorden past hier niet.';
$string['groupchoosehint'] = 'Kies een groep om haar bijeenkomst te zien.';
$string['leerlandschap:addinstance'] = 'Een leerlandschap toevoegen';
$string['leerlandschap:edit'] = 'De teksten van de werkvorm aanpassen';
$string['leerlandschap:facilitate'] = 'Een bijeenkomst begeleiden';
$string['leerlandschap:participate'] = 'Meedoen aan een bijeenkomst';
$string['leerlandschap:view'] = 'Een leerlandschap bekijken';
$string['leerlandschap:viewreports'] = 'Rapporten bekijken';
$string['loadfailed'] = 'De werkvorm kon niet worden geladen. Laad de pagina opnieuw. Blijft het zo? Meld dan aan je beheerder dat de bestanden van de plugin niet compleet zijn.';
$string['loading'] = 'De werkvorm wordt geopend…';
$string['minanswers'] = 'Kleinste aantal antwoorden dat te zien is';
$string['minanswers_help'] = 'De uitslag van een stelling is pas te zien als minstens zoveel mensen haar hebben beantwoord. "Weet ik niet" telt niet mee. Met minder mensen is een antwoord soms tot een persoon te herleiden. Het laagste aantal is 3.';
$string['minanswerstoohigh'] = 'Kies hoogstens {$a}: anders ziet geen enkele groep haar uitslag.';
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
$string['modulenameplural'] = 'Leerlandschappen';
$string['noscript'] = 'Deze werkvorm heeft JavaScript nodig. Zet het aan in je browser en laad de pagina opnieuw.';
$string['nowasm'] = 'Je browser kan deze werkvorm niet openen, omdat hij WebAssembly niet ondersteunt of omdat het uit staat. Gebruik een recente versie van Firefox, Chrome, Edge of Safari.';
$string['pluginadministration'] = 'Beheer van het leerlandschap';
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
$string['privacy:metadata:contrib:fields'] = 'De tekst. Bij een vervolgactie ook wie haar oppakt.';
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
$string['error:conflict'] = 'Iemand anders heeft dit intussen gewijzigd. Vergelijk de twee teksten en kies wat blijft.';
$string['error:deleted'] = 'Iemand anders heeft dit intussen verwijderd. Je tekst is niet opgeslagen. Voeg hem opnieuw toe als je hem nog nodig hebt.';
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
$string['error:unavailable'] = 'De server is even niet bereikbaar. Probeer het zo nog eens. Je wijzigingen blijven op dit apparaat bewaard.';
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
