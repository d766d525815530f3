//! Days, as exactly as they may be told.

use yew::prelude::*;

use super::ReportFacts;
use crate::core::report::Moment;
use crate::core::room::Date;
use crate::ui::browser;

/// A day as people write it.
pub fn day(page: &ReportFacts, date: Date) -> AttrValue {
    page.ui.catalogue.date(date).into()
}

/// The day of a moment; `None` for one that no calendar has.
pub fn date_of(moment: Moment) -> Option<Date> {
    match moment {
        Moment::Day(at) => browser::utc_day(at),
        Moment::At(at) => browser::day(at),
    }
}

/// The day of a moment as people write it; empty for one that no calendar has.
pub fn day_of(page: &ReportFacts, moment: Moment) -> AttrValue {
    date_of(moment).map(|date| day(page, date)).unwrap_or_default()
}
