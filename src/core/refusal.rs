//! Why a command was refused: stable codes, the same in Rust, PHP and on the wire.

macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)*) => {
        /// Why a command was refused. A refused command leaves everything as it was.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Refusal {
            $($(#[$meta])* $name,)*
        }

        impl Refusal {
            /// All there are.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable code, as on the wire.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

refusals! {
    /// The right is missing.
    NotAllowed = "not_allowed",
    /// Join first.
    NotPresent = "not_present",
    /// The meeting was closed for good.
    MeetingClosed = "meeting_closed",
    /// The meeting is not in the state the command starts from.
    WrongState = "wrong_state",
    /// The round takes no answers.
    RoundNotOpen = "round_not_open",
    /// The group has not been at that step.
    StepNotReached = "step_not_reached",
    /// The step holds another kind of work.
    WrongBlock = "wrong_block",
    /// No such step in this meeting.
    UnknownStep = "unknown_step",
    /// No such part, or none that a meeting can begin with.
    UnknownPart = "unknown_part",
    /// No such item.
    UnknownItem = "unknown_item",
    /// No such round.
    UnknownRound = "unknown_round",
    /// Nobody of that identity joined.
    UnknownPerson = "unknown_person",
    /// No such contribution.
    UnknownContribution = "unknown_contribution",
    /// Not a point of the scale.
    OffScale = "off_scale",
    /// The scale has no opt-out.
    OptOutNotOffered = "opt_out_not_offered",
    /// Longer than allowed.
    TooLong = "too_long",
    /// Not UTF-8, or with characters that no text has.
    BadText = "bad_text",
    /// No such day.
    BadDate = "bad_date",
    /// An identity that is not well formed.
    BadId = "bad_id",
    /// A kind that this step does not hold.
    BadKind = "bad_kind",
    /// A value of the wrong type or outside its choices.
    BadValue = "bad_value",
    /// Something required is missing.
    RequiredField = "required_field",
    /// A field that this kind does not have.
    UnknownField = "unknown_field",
    /// More than a step holds.
    TooMany = "too_many",
    /// More dots than somebody has.
    DotsSpent = "dots_spent",
    /// Somebody else changed it first.
    Conflict = "conflict",
    /// Somebody else deleted it.
    Deleted = "deleted",
    /// What the report was to change is there no more.
    Gone = "gone",
    /// Guests never take part.
    Guest = "guest",
    /// Logged in as somebody else.
    LoginAs = "login_as",
    /// In no group.
    NoGroup = "no_group",
    /// One of several groups is to be chosen.
    ChooseGroup = "choose_group",
    /// Another group's meeting.
    OtherGroup = "other_group",
    /// Not enrolled in the course.
    NotEnrolled = "not_enrolled",
    /// Without the right to take part.
    NoRight = "no_right",
    /// Before the opening date.
    NotOpen = "not_open",
    /// After the closing date.
    PastClose = "past_close",
    /// No such meeting.
    UnknownMeeting = "unknown_meeting",
    /// The host could not be reached or could not answer; to be tried again.
    Unavailable = "unavailable",
    /// The key of a hidden meeting is gone for good: nothing can be stored under it any more.
    SecretLost = "secret_lost",
    /// More than the host takes at once.
    TooLarge = "too_large",
    /// The browser's storage is full or blocked.
    StorageFull = "storage_full",
    /// The exercise of this page was changed since; nothing was refused by the host.
    ExerciseChanged = "exercise_changed",
}

impl Refusal {
    /// The refusal of a code; a code that is not known is [`Refusal::Unavailable`].
    pub fn from_code(code: &str) -> Self {
        Self::ALL.iter().copied().find(|refusal| refusal.code() == code).unwrap_or(Self::Unavailable)
    }
}
