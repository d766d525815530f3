//! Room for words, where nothing can measure them: how wide type is on average, with room to spare.

use std::rc::Rc;

/// About how wide a text is at a size of type.
pub fn text_width(text: &str, size: f32) -> f32 {
    text.chars().map(relative_width).sum::<f32>() * size
}

/// Widths of common sans-serif faces in parts of their size, the wider ones.
fn relative_width(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' => 0.3,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.9,
        'A'..='Z' => 0.7,
        // Letters of the East take a whole square.
        c if ('\u{1100}'..='\u{ffdc}').contains(&c) => 1.0,
        _ => 0.57,
    }
}

/// The text in lines of at most this width, at most so many; what does not fit ends in an ellipsis. A word that is
/// wider than a line is broken.
pub fn wrapped(text: &str, size: f32, width: f32, most: usize) -> Vec<Rc<str>> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().map_or("", |line| line.as_str());
        let joined = if line.is_empty() { word.to_owned() } else { [line, " ", word].concat() };
        if text_width(&joined, size) <= width {
            if let Some(line) = lines.last_mut() {
                *line = joined;
            }
            continue;
        }
        let pieces = broken(word, size, width);
        if lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        lines.extend(pieces);
    }
    let cut = lines.len() > most;
    lines.truncate(most.max(1));
    if cut && let Some(last) = lines.last_mut() {
        while text_width(last, size) + text_width("…", size) > width && last.pop().is_some() {}
        last.push('…');
    }
    lines.into_iter().map(Rc::from).collect()
}

/// A word in pieces that fit.
fn broken(word: &str, size: f32, width: f32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let full = pieces.last().is_some_and(|piece| !piece.is_empty() && text_width(piece, size) + size > width);
        if full {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    fn lines(text: &str, width: f32, most: usize) -> Vec<String> {
        wrapped(text, 10.0, width, most).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_are_kept_whole() {
        assert_eq!(lines("een twee drie", 60.0, 3), ["een twee", "drie"]);
        assert_eq!(lines("", 60.0, 3), [""]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let cut = lines("een twee drie vier vijf zes", 60.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…'), "{cut:?}");
    }

    #[test]
    fn a_long_word_is_broken() {
        assert_eq!(lines("aaaaaaaaaaaa", 40.0, 9).concat(), "aaaaaaaaaaaa");
        assert!(lines("aaaaaaaaaaaa", 40.0, 9).len() > 1);
    }
}
