//! Breaks a paragraph into lines of a given width. Knows nothing of pages.
//!
//! Greedy: a line takes what fits. Where it may end is the Unicode line breaking algorithm's; a word that is wider
//! than a whole line is broken between any two of its clusters.

use unicode_linebreak::linebreaks;

use crate::clean;
use crate::fonts::{Face, Fonts};
use crate::line::{Cluster, Line, clusters};

const ELLIPSIS: &str = "…";

/// The lines of a paragraph; one empty line for an empty paragraph. `width` in ems.
pub(crate) fn lines(fonts: &Fonts, face: Face, paragraph: &str, width: f32) -> Vec<Line> {
    let all = clusters(fonts, face, paragraph);
    let mut may_end = linebreaks(paragraph).map(|(at, _)| at).peekable();
    let mut lines = Vec::new();
    let (mut first, mut next) = (0, 0);
    let (mut advance, mut after_break) = (0.0, 0.0);
    let mut last_break = None;
    while let Some(cluster) = all.get(next) {
        while may_end.next_if(|at| *at < cluster.start).is_some() {}
        if may_end.next_if_eq(&cluster.start).is_some() && next > first {
            last_break = Some(next);
            after_break = 0.0;
        }
        // Blanks at the end of a line hang over its edge unseen.
        while !cluster.blank && advance + cluster.advance > width && next > first {
            let end = last_break.take().unwrap_or(next);
            push(&mut lines, paragraph, all.get(first..end));
            advance = if end == next { 0.0 } else { after_break };
            after_break = advance;
            first = end;
        }
        advance += cluster.advance;
        after_break += cluster.advance;
        next += 1;
    }
    push(&mut lines, paragraph, all.get(first..));
    lines
}

/// The lines of a text with all its paragraphs: for each paragraph its lines.
pub(crate) fn paragraphs(fonts: &Fonts, face: Face, text: &str, width: f32) -> Vec<Vec<Line>> {
    clean::paragraphs(text).iter().map(|paragraph| lines(fonts, face, paragraph, width)).collect()
}

/// The text on one line, cut with an ellipsis where it is wider than `width` ems.
pub(crate) fn single(fonts: &Fonts, face: Face, text: &str, width: f32) -> Line {
    let text = clean::one_line(text);
    let all = clusters(fonts, face, &text);
    if all.iter().map(|c| c.advance).sum::<f32>() <= width {
        return Line::of(&text, &all);
    }
    let mut advance = clusters(fonts, face, ELLIPSIS).iter().map(|c| c.advance).sum::<f32>();
    let fits = all.iter().take_while(|c| {
        advance += c.advance;
        advance <= width
    });
    let cut: String = fits.filter_map(|c| text.get(c.start..c.end)).chain([ELLIPSIS]).collect();
    Line::of(&cut, &clusters(fonts, face, &cut))
}

/// One blank stays at the end of a line that goes on: it is what parts the words for those who hear or copy them.
fn push(lines: &mut Vec<Line>, paragraph: &str, clusters: Option<&[Cluster]>) {
    let clusters = clusters.unwrap_or_default();
    let seen = clusters.iter().rposition(|c| !c.blank).map_or(0, |last| last + 1);
    let kept = clusters.get(..(seen + 1).min(clusters.len())).unwrap_or_default();
    lines.push(Line::of(paragraph, kept));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(paragraph: &str, width: f32) -> Vec<String> {
        let fonts = Fonts::load().expect("the fonts are built in");
        lines(&fonts, Face::Regular, paragraph, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_line_ends_between_words_and_keeps_one_blank() {
        assert_eq!(broken("Borgeren   bor i Odense", 6.0), ["Borgeren ", "bor i Odense"]);
        assert_eq!(broken("", 5.0), [""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_anywhere() {
        let word = "æøå".repeat(50);
        let lines = broken(&word, 10.0);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let fonts = Fonts::load().expect("the fonts are built in");
        let text = "og Integrationsprogramdeltagelse i 5.000 Rindkøbing 👩‍👩‍👧 محمد MMMMMMMMMMMMMMMMMMMMMMM ii".repeat(9);
        for width in [5.0_f32, 7.5, 20.0, 31.4] {
            for line in lines(&fonts, Face::SemiBold, &text, width) {
                let blank = if line.text.ends_with(' ') { 0.3 } else { 0.0 };
                assert!(line.advance() <= width + blank, "{:?} is wider than {width}", line.text);
            }
        }
    }

    #[test]
    fn an_emoji_of_several_parts_stays_whole() {
        assert_eq!(broken("👩‍👩‍👧👩‍👩‍👧", 4.5), ["👩‍👩‍👧", "👩‍👩‍👧"]);
    }

    #[test]
    fn a_single_line_is_cut_with_an_ellipsis() {
        let fonts = Fonts::load().expect("the fonts are built in");
        assert_eq!(single(&fonts, Face::Regular, "kort\ntekst", 20.0).text, "kort tekst");
        let cut = single(&fonts, Face::Regular, &"lang ".repeat(99), 20.0);
        assert!(cut.text.ends_with('…') && cut.advance() <= 20.0);
    }
}
