//! The words of the interface: keys, and the catalogue that a host brings in the user's language.
//!
//! The texts themselves stand in `moodle-plugin/lang`, one source for both hosts. Placeholders are Moodle's:
//! `{$a}` for one value, `{$a->name}` for several.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::core::refusal::Refusal;
use crate::core::room::{Date, Notice};

macro_rules! keys {
    ($($name:ident = $identifier:literal,)*) => {
        /// Every text that the screens use, once.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key {
            $(#[doc = concat!("The string `app:", $identifier, "`.")] $name,)*
        }

        impl Key {
            /// All there are.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The string's identifier in the language files.
            pub const fn identifier(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("app:", $identifier),)*
                }
            }
        }
    };
}

keys! {
    Absent = "absent",
    ActionAdd = "action_add",
    ActionFrom = "action_from",
    ActionNew = "action_new",
    ActionPrefill = "action_prefill",
    ActionSource = "action_source",
    ActionSourceNone = "action_source_none",
    ActionStatus = "action_status",
    ActionWhat = "action_what",
    ActionWhen = "action_when",
    ActionWho = "action_who",
    ActionWhoChoose = "action_who_choose",
    ActionWhoElse = "action_who_else",
    ActionWhoName = "action_who_name",
    ActionsEmpty = "actions_empty",
    ActionsList = "actions_list",
    Add = "add",
    AddAgain = "add_again",
    AgainText = "again_text",
    AgainTitle = "again_title",
    AgainYes = "again_yes",
    Agreement = "agreement",
    AnotherParticipant = "another_participant",
    AnsweredOf = "answered_of",
    AsTable = "as_table",
    BannerClosed = "banner_closed",
    BannerElsewhere = "banner_elsewhere",
    BannerFollow = "banner_follow",
    BannerLabel = "banner_label",
    BannerNotJoined = "banner_not_joined",
    Brand = "brand",
    Cancel = "cancel",
    ChairFree = "chair_free",
    ChairHeld = "chair_held",
    ChairMine = "chair_mine",
    ChairOver = "chair_over",
    ChairOverText = "chair_over_text",
    ChairOverTitle = "chair_over_title",
    ChairRelease = "chair_release",
    ChairTake = "chair_take",
    ClassConsensusAgree = "class_consensus_agree",
    ClassConsensusDisagree = "class_consensus_disagree",
    ClassConsensusMiddle = "class_consensus_middle",
    ClassDivided = "class_divided",
    ClassLeanAgree = "class_lean_agree",
    ClassLeanDisagree = "class_lean_disagree",
    ClassLeanNone = "class_lean_none",
    ClassSuppressed = "class_suppressed",
    CloseMeeting = "close_meeting",
    CloseText = "close_text",
    CloseTitle = "close_title",
    CloseUnrevealed = "close_unrevealed",
    Closed = "closed",
    ClosingNoActions = "closing_no_actions",
    ClosingNoPrinciples = "closing_no_principles",
    ConflictMine = "conflict_mine",
    ConflictTheirs = "conflict_theirs",
    ConflictTitle = "conflict_title",
    Copied = "copied",
    CopyByHand = "copy_by_hand",
    CopyText = "copy_text",
    Date = "date",
    Decimal = "decimal",
    Delete = "delete",
    DeleteTitle = "delete_title",
    DeleteYes = "delete_yes",
    Dismiss = "dismiss",
    DoorLabel = "door_label",
    DropMine = "drop_mine",
    Edit = "edit",
    Export = "export",
    ExportFailed = "export_failed",
    GoTo = "go_to",
    GoneTitle = "gone_title",
    GroupMoved = "group_moved",
    Handover = "handover",
    HintForYou = "hint_for_you",
    Import = "import",
    ImportWrong = "import_wrong",
    Indicative = "indicative",
    Join = "join",
    Joined = "joined",
    KeepMine = "keep_mine",
    KeepTheirs = "keep_theirs",
    Language = "language",
    LeadLabel = "lead_label",
    LeadLess = "lead_less",
    LeadMore = "lead_more",
    LeadTitle = "lead_title",
    Leave = "leave",
    LeavesWith = "leaves_with",
    Legend = "legend",
    LogIn = "log_in",
    LoggedOut = "logged_out",
    LoggedOutChanges = "logged_out_changes",
    MarkAbsent = "mark_absent",
    MarkPresent = "mark_present",
    MayBeEmpty = "may_be_empty",
    MeetingMenu = "meeting_menu",
    MessagesLabel = "messages_label",
    MinutesOne = "minutes_one",
    MinutesOther = "minutes_other",
    MinutesRange = "minutes_range",
    MinutesUpToOne = "minutes_up_to_one",
    MinutesUpToOther = "minutes_up_to_other",
    MissingOne = "missing_one",
    MissingOther = "missing_other",
    Months = "months",
    MoveDown = "move_down",
    MoveUp = "move_up",
    Moved = "moved",
    NavDone = "nav_done",
    NavGroupHere = "nav_group_here",
    NavLabel = "nav_label",
    NoteNew = "note_new",
    NoteText = "note_text",
    OneVote = "one_vote",
    OptOutShort = "opt_out_short",
    OptOutsOne = "opt_outs_one",
    OptOutsOther = "opt_outs_other",
    Optional = "optional",
    PartDone = "part_done",
    PartOpen = "part_open",
    Pending = "pending",
    PeopleOne = "people_one",
    PeopleOther = "people_other",
    Percent = "percent",
    PlaceClosing = "place_closing",
    PlaceStart = "place_start",
    PointsOne = "points_one",
    PointsOther = "points_other",
    PrincipleNew = "principle_new",
    PrinciplesEmpty = "principles_empty",
    PrinciplesTitle = "principles_title",
    Print = "print",
    Prompts = "prompts",
    Reason = "reason",
    ReasonHint = "reason_hint",
    ReasonsOne = "reasons_one",
    ReasonsOther = "reasons_other",
    Results = "results",
    ResultsBeside = "results_beside",
    ResultsOfRound = "results_of_round",
    Reveal = "reveal",
    RevealText = "reveal_text",
    RevealTitle = "reveal_title",
    Revealed = "revealed",
    RoundAgain = "round_again",
    RoundClose = "round_close",
    RoundNumber = "round_number",
    RoundOpen = "round_open",
    RoundOpened = "round_opened",
    RoundReopen = "round_reopen",
    RoundSecond = "round_second",
    Save = "save",
    Saved = "saved",
    SavedLoggedOut = "saved_logged_out",
    SavedMemory = "saved_memory",
    SavedOfflineOne = "saved_offline_one",
    SavedOfflineOther = "saved_offline_other",
    SavedSending = "saved_sending",
    ScopeHint = "scope_hint",
    SeesHidden = "sees_hidden",
    SeesNamed = "sees_named",
    SeesTitle = "sees_title",
    SeesWritingHidden = "sees_writing_hidden",
    SeesWritingNamed = "sees_writing_named",
    ShiftAgree = "shift_agree",
    ShiftDisagree = "shift_disagree",
    ShiftHardly = "shift_hardly",
    ShiftNone = "shift_none",
    SkipTo = "skip_to",
    StartGroup = "start_group",
    StartOver = "start_over",
    StartOverText = "start_over_text",
    StartOverTitle = "start_over_title",
    StartingPointDo = "starting_point_do",
    StartingPointOpen = "starting_point_open",
    StartingPointUsed = "starting_point_used",
    StartingPoints = "starting_points",
    StatementNumber = "statement_number",
    StatusBusy = "status_busy",
    StatusDone = "status_done",
    StatusDropped = "status_dropped",
    StatusOf = "status_of",
    StatusOpen = "status_open",
    StepNumber = "step_number",
    StepsTitle = "steps_title",
    SuppressedExplained = "suppressed_explained",
    TableAgreement = "table_agreement",
    TableAnswered = "table_answered",
    TableClass = "table_class",
    TableOf = "table_of",
    TableRound = "table_round",
    TableStatement = "table_statement",
    TimerExtend = "timer_extend",
    TimerExtra = "timer_extra",
    TimerLabel = "timer_label",
    TimerMinute = "timer_minute",
    TimerOver = "timer_over",
    TimerPause = "timer_pause",
    TimerPaused = "timer_paused",
    TimerResume = "timer_resume",
    TookPart = "took_part",
    TookPartDone = "took_part_done",
    TookPartHint = "took_part_hint",
    TookPartLate = "took_part_late",
    TryAgain = "try_again",
    VoteChange = "vote_change",
    VoteClosed = "vote_closed",
    VoteGroup = "vote_group",
    VoteMine = "vote_mine",
    VoteNotOpen = "vote_not_open",
    VoteReady = "vote_ready",
    WaitForStart = "wait_for_start",
    WhoChoseWhat = "who_chose_what",
    You = "you",
    YourName = "your_name",
    YourPart = "your_part",
}

/// The texts in one language, by identifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    texts: BTreeMap<String, String>,
}

impl Catalogue {
    /// A catalogue of the texts that a host brought.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self { texts }
    }

    /// A text. One that the host did not bring shows its identifier in brackets; tests see to it that none is missing.
    pub fn text(&self, key: Key) -> Rc<str> {
        self.find(key.identifier())
    }

    /// A text with `{$a}` filled in.
    pub fn with(&self, key: Key, value: &str) -> Rc<str> {
        self.text(key).replace("{$a}", value).into()
    }

    /// A text with each `{$a->name}` filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> Rc<str> {
        let text = self.text(key);
        let mut filled = String::new();
        let mut rest = &*text;
        // From left to right, so that a value that looks like a placeholder stays as it is.
        while let Some((before, after)) = rest.split_once("{$a->") {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                filled.push_str(value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled.into()
    }

    /// Why something was refused.
    pub fn refusal(&self, refusal: Refusal) -> Rc<str> {
        self.find(&["error:", refusal.code()].concat())
    }

    /// Why nothing can be done.
    pub fn notice(&self, notice: Notice) -> Rc<str> {
        self.refusal(match notice {
            Notice::Guest => Refusal::Guest,
            Notice::LoginAs => Refusal::LoginAs,
            Notice::NoGroup => Refusal::NoGroup,
            Notice::ChooseGroup => Refusal::ChooseGroup,
            Notice::OtherGroup => Refusal::OtherGroup,
            Notice::NoRight => Refusal::NoRight,
            Notice::NotOpen => Refusal::NotOpen,
            Notice::PastClose => Refusal::PastClose,
        })
    }

    /// A day as people write it.
    pub fn date(&self, day: Date) -> Rc<str> {
        let iso = day.to_string();
        let mut parts = iso.splitn(3, '-').map(|part| part.trim_start_matches('0'));
        let (year, month, day) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let months = self.text(Key::Months);
        let at = month.parse::<usize>().unwrap_or(1);
        let name = months.split(", ").nth(at - 1).unwrap_or(month);
        self.fill(Key::Date, &[("day", day), ("month", name), ("year", year)])
    }

    /// `sum / of` with one decimal, rounded half up; `None` where that is 0.0.
    pub fn tenths(&self, sum: u32, of: u32) -> Option<Rc<str>> {
        let tenths =
            (20 * u64::from(sum) + u64::from(of)).checked_div(2 * u64::from(of)).filter(|tenths| *tenths > 0)?;
        Some(self.fill(Key::Decimal, &[("whole", &(tenths / 10).to_string()), ("tenth", &(tenths % 10).to_string())]))
    }

    fn find(&self, identifier: &str) -> Rc<str> {
        match self.texts.get(identifier) {
            Some(text) => text.as_str().into(),
            None => ["[", identifier, "]"].concat().into(),
        }
    }
}
