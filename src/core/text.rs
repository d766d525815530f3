//! The rules for text that people type, the same in PHP (`docs/protocol.md`, "Conventions").

use std::rc::Rc;

use super::refusal::Refusal;

/// Whether a text may hold line breaks and tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One line.
    One,
    /// Several.
    Many,
}

/// `raw` as it is kept: trimmed, line breaks as LF.
///
/// # Errors
/// [`Refusal::BadText`] for control characters (in one line also LF and tab), [`Refusal::TooLong`] for more
/// than `limit` code points.
pub fn clean(raw: &str, limit: usize, lines: Lines) -> Result<Rc<str>, Refusal> {
    let text = normalised(raw);
    let refused = |c: char| match c {
        '\n' | '\t' => lines == Lines::One,
        _ => c < ' ' || c == '\u{7f}',
    };
    if text.chars().any(refused) {
        return Err(Refusal::BadText);
    }
    if text.chars().count() > limit {
        return Err(Refusal::TooLong);
    }
    Ok(text.into())
}

/// Like [`clean`], for a text that must say something.
///
/// # Errors
/// As [`clean`], and [`Refusal::RequiredField`] for an empty text.
pub fn required(raw: &str, limit: usize, lines: Lines) -> Result<Rc<str>, Refusal> {
    let text = clean(raw, limit, lines)?;
    if text.is_empty() { Err(Refusal::RequiredField) } else { Ok(text) }
}

/// Whether XML 1.0 has a way to write a character: it has none for most control characters and for two that are none.
pub fn has_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}'))
}

fn normalised(raw: &str) -> String {
    let trimmed = raw.trim_matches([' ', '\t', '\r', '\n']);
    if trimmed.contains('\r') { trimmed.replace("\r\n", "\n").replace('\r', "\n") } else { trimmed.to_owned() }
}

/// A text by which others are looked for and put in order: in small letters, without accents.
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(without_accent)
        .collect()
}

/// The letter that one with an accent is a kind of, in the languages that are written with Latin letters around here.
fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_found_however_it_is_written() {
        assert_eq!(folded("José ÉÉN İşık e\u{301}"), "jose een isik e");
        assert_eq!(folded("مرحبا"), "مرحبا");
    }

    #[test]
    fn keeps_what_people_type() {
        assert_eq!(&*clean(" één\r\ntwee \n", 8, Lines::Many).expect("allowed"), "één\ntwee");
        assert_eq!(clean("een\ntwee", 9, Lines::One), Err(Refusal::BadText));
        assert_eq!(clean("bel\u{7}", 9, Lines::Many), Err(Refusal::BadText));
        assert_eq!(clean("éééé", 3, Lines::One), Err(Refusal::TooLong));
        assert_eq!(required("  ", 3, Lines::One), Err(Refusal::RequiredField));
    }
}
