//! The demo texts: as many as wanted, the same ones every time. The first ten are the same, however many follow.

use letasyl_contract::{GetDynamicTextDto, GetDynamicTextGroupDto, NonEmptyText};
use uuid::Uuid;

use super::phrases::{ENDINGS, KINDS, MIDDLES, OPENINGS, THEMES, Theme};

/// Ids are made from this and the text's number.
const NAMESPACE: Uuid = Uuid::from_u128(0x8a1c_0000_2f4e_4d6a_9b10_0000_0000_0000);

/// Of so many texts, one has no group.
const WITHOUT_GROUP: u64 = 9;
/// Of so many texts, one has the same `text` as the one before it.
const SHARED: u64 = 11;

/// The eight groups.
pub fn groups() -> Vec<GetDynamicTextGroupDto> {
    THEMES.iter().filter_map(group).collect()
}

/// That many texts.
pub fn texts(number: u32) -> impl Iterator<Item = GetDynamicTextDto> + Send + 'static {
    let groups = groups();
    (0..u64::from(number)).filter_map(move |index| text(index, &groups))
}

fn group(theme: &Theme) -> Option<GetDynamicTextGroupDto> {
    Some(GetDynamicTextGroupDto {
        external_identifier: Uuid::parse_str(theme.id).ok()?,
        name: NonEmptyText::new(theme.name).ok()?.into(),
    })
}

fn text(index: u64, groups: &[GetDynamicTextGroupDto]) -> Option<GetDynamicTextDto> {
    let source = if index % SHARED == SHARED - 1 { index - 1 } else { index };
    let mut dice = Dice(source);
    let theme = dice.pick(&THEMES)?;
    let topic = dice.pick(&theme.topics)?;
    let kind = dice.pick(&KINDS)?;
    // More texts than there are combinations: a number keeps headings apart.
    let heading = match source / 400 {
        0 => format!("{kind}: {topic}"),
        issue => format!("{kind} {issue}: {topic}"),
    };
    let mut dice = Dice(!index);
    let opening = dice.pick(&OPENINGS)?.replace("{}", topic);
    let shown = format!("{opening} {} {}", dice.pick(&MIDDLES)?, dice.pick(&ENDINGS)?);
    let group = groups.iter().find(|group| group.name.as_str() == theme.name).filter(|_| index % WITHOUT_GROUP != 7);
    Some(GetDynamicTextDto {
        external_identifier: Uuid::new_v5(&NAMESPACE, &index.to_be_bytes()),
        text: NonEmptyText::new(heading).ok()?.into(),
        display_text: NonEmptyText::new(shown).ok()?.into(),
        group: group.cloned(),
    })
}

/// SplitMix64: the same throws on every machine.
struct Dice(u64);

impl Dice {
    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let sides = u64::try_from(from.len()).ok().filter(|sides| *sides > 0)?;
        from.get(usize::try_from(mixed % sides).ok()?)
    }
}
