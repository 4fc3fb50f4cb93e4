//! Which of all rows are drawn. Pure: counts pixels and rows, knows no page.

/// Rows drawn above and below what is seen, so that a quick turn of the wheel shows no gap.
const SPARE: usize = 4;

/// What the window measures, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measures {
    /// How much of the table is above the screen; negative while the page above the table is in sight.
    pub top: i32,
    /// The screen's height, which the head takes a part of.
    pub height: i32,
    /// One row; the style has all of them, and the head, equally high.
    pub row: i32,
}

impl Default for Measures {
    /// Until the first row has been measured.
    fn default() -> Self {
        Self { top: 0, height: 800, row: 36 }
    }
}

impl Measures {
    fn rows(self, pixels: i32) -> usize {
        usize::try_from(pixels / self.row.max(1)).unwrap_or(0)
    }

    /// The first row of which something is seen.
    pub(super) fn first_seen(self) -> usize {
        self.rows(self.top + self.row.max(1) - 1)
    }

    /// How many rows are seen as a whole under the head.
    pub(super) fn page(self) -> usize {
        self.rows(self.height).saturating_sub(1).max(1)
    }

    /// The rows to draw: those in the window, and the one with the focus wherever it is, which must not vanish.
    pub(super) fn drawn(self, all: usize, focused: Option<usize>) -> Vec<usize> {
        let seen = self.rows(self.top);
        let first = seen.saturating_sub(SPARE).min(all);
        let last = (seen + self.rows(self.height) + 2 + SPARE).min(all);
        let mut drawn: Vec<usize> = (first..last).collect();
        match focused.filter(|row| *row < all) {
            Some(row) if row < first => drawn.insert(0, row),
            Some(row) if row >= last => drawn.push(row),
            _ => {}
        }
        drawn
    }

    /// How far to scroll for a row to be seen as a whole.
    pub(super) fn top_for(self, row: usize) -> i32 {
        let above = i32::try_from(row).unwrap_or(i32::MAX).saturating_mul(self.row);
        let below = above.saturating_add(2 * self.row).saturating_sub(self.height);
        self.top.min(above).max(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: i32) -> Measures {
        Measures { top, height: 480, row: 48 }
    }

    #[test]
    fn draws_what_is_seen_and_a_little_more() {
        assert_eq!(at(0).drawn(100_000, None), (0..16).collect::<Vec<_>>());
        assert_eq!(at(-200).drawn(100_000, None), (0..16).collect::<Vec<_>>());
        assert_eq!(at(48_000).drawn(100_000, Some(1000)), (996..1016).collect::<Vec<_>>());
    }

    #[test]
    fn never_more_than_there_are() {
        assert_eq!(at(0).drawn(3, Some(3)), [0, 1, 2]);
        assert_eq!(at(i32::MAX).drawn(3, None), [0; 0]);
        assert_eq!(Measures { top: -5, height: 0, row: 0 }.drawn(0, Some(0)), [0; 0]);
    }

    #[test]
    fn the_row_with_the_focus_is_drawn_wherever_it_is() {
        assert_eq!(at(48_000).drawn(100_000, Some(3)).first(), Some(&3));
        assert_eq!(at(0).drawn(100_000, Some(99_999)).last(), Some(&99_999));
    }

    #[test]
    fn scrolls_no_further_than_needed() {
        assert_eq!(at(0).top_for(3), 0);
        // Ten rows high, one of them the head: the tenth text is just out of sight.
        assert_eq!(at(0).top_for(9), 48);
        assert_eq!(at(4800).top_for(20), 960);
        assert_eq!(at(4800).top_for(103), 4800);
        // What stands above the table stays in sight as long as it can.
        assert_eq!((at(-200).top_for(0), at(-200).top_for(5), at(-200).top_for(9)), (-200, -144, 48));
        assert_eq!((at(49).first_seen(), at(48).first_seen(), at(0).page()), (2, 1, 9));
    }
}
