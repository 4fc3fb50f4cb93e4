//! Computes which rows are drawn. Pure: pixels and rows only.

/// Rows drawn above and below what is seen, so that a quick turn of the wheel shows no gap.
const SPARE: usize = 4;

/// What the window viewport, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) struct Viewport {
    /// How much of the table is above the screen; negative while the page above the table is in sight.
    pub top: i32,
    /// The screen's height, which the head takes a part of.
    pub height: i32,
    /// One row; the style has all of them, and the head, equally high.
    pub row: i32,
    /// The one row that is open, and by how much it is higher.
    pub open: Option<(usize, i32)>,
}

impl Default for Viewport {
    /// Until the first row has been measured.
    fn default() -> Self {
        Self { top: 0, height: 800, row: 36, open: None }
    }
}

impl Viewport {
    fn rows(self, pixels: i32) -> usize {
        usize::try_from(pixels / self.row.max(1)).unwrap_or(0)
    }

    /// The row at so many pixels from the first one's upper edge.
    fn row_at(self, pixels: i32) -> usize {
        let pixels = match self.open {
            Some((open, more)) if pixels > self.above(open) => (pixels - more).max(self.above(open)),
            _ => pixels,
        };
        self.rows(pixels)
    }

    /// How many pixels of rows are above one.
    fn above(self, row: usize) -> i32 {
        let rows = i32::try_from(row).unwrap_or(i32::MAX).saturating_mul(self.row);
        rows.saturating_add(self.open.filter(|(open, _)| *open < row).map_or(0, |(_, more)| more))
    }

    /// How high these rows are together.
    pub(in crate::texts) fn height_of(self, rows: std::ops::Range<usize>) -> i32 {
        self.above(rows.end).saturating_sub(self.above(rows.start))
    }

    /// The first row of which something is seen.
    pub(in crate::texts) fn first_seen(self) -> usize {
        self.row_at(self.top + self.row.max(1) - 1)
    }

    /// How many rows are seen as a whole under the head.
    pub(in crate::texts) fn page(self) -> usize {
        self.rows(self.height).saturating_sub(1).max(1)
    }

    /// The rows to draw: those in the window, and the one with the focus wherever it is, which must not vanish.
    pub(in crate::texts) fn drawn(self, all: usize, focused: Option<usize>) -> Vec<usize> {
        let seen = self.row_at(self.top);
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
    pub(in crate::texts) fn top_for(self, row: usize) -> i32 {
        let above = self.above(row);
        let below = above.saturating_add(2 * self.row).saturating_sub(self.height);
        self.top.min(above).max(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: i32) -> Viewport {
        Viewport { top, height: 480, row: 48, open: None }
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
        assert_eq!(Viewport { top: -5, height: 0, row: 0, open: None }.drawn(0, Some(0)), [0; 0]);
    }

    #[test]
    fn the_row_with_the_focus_is_drawn_wherever_it_is() {
        assert_eq!(at(48_000).drawn(100_000, Some(3)).first(), Some(&3));
        assert_eq!(at(0).drawn(100_000, Some(99_999)).last(), Some(&99_999));
    }

    #[test]
    fn an_open_row_moves_those_below_it() {
        let open = |top| Viewport { open: Some((2, 100)), ..at(top) };
        assert_eq!((open(0).height_of(0..2), open(0).height_of(2..3), open(0).height_of(0..5)), (96, 148, 340));
        let first = |top| open(top).drawn(100_000, None).first().copied();
        assert_eq!([960, 1060].map(first), [Some(13), Some(16)]);
        // Within it, it is the first that is seen.
        assert_eq!((open(97).row_at(97), open(0).row_at(243), open(0).row_at(244)), (2, 2, 3));
        assert_eq!(open(4800).top_for(20), 1060);
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
