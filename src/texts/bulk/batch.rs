//! The state of a bulk job: which writes wait, are sent, succeeded, or failed and why. Pure: knows neither the writes
//! nor how they are sent.

pub(in crate::texts) mod elsewhere;
pub(in crate::texts) mod outcome;
pub(in crate::texts) mod run;
pub(in crate::texts) mod task;

use crate::api::Failure;

/// How many are under way at once, at most.
const AT_ONCE: usize = 4;

/// Why one of the writes was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Reason {
    /// The call failed.
    Failed(Failure),
    /// Somebody has changed the text since the user saw it.
    Changed,
}

impl Reason {
    /// Whether it would hit all that come after, too, and has done nothing to this one.
    fn hits_all(self) -> bool {
        matches!(self, Self::Failed(Failure::SessionEnded | Failure::Offline))
    }
}

/// What is known of one write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::texts) enum Fate {
    /// Not sent.
    Waiting,
    /// Sent, not answered.
    UnderWay,
    /// It has taken effect.
    Done,
    /// It has not, or nobody knows.
    Failed(Reason),
}

/// How many there are of each fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::texts) struct Counts {
    pub waiting: usize,
    pub under_way: usize,
    pub done: usize,
    pub failed: usize,
    /// Whether more are to be sent.
    pub running: bool,
    /// What stopped it, where it was not the user.
    pub halted: Option<Failure>,
}

impl Counts {
    /// All of them.
    pub(in crate::texts) fn all(self) -> usize {
        self.waiting + self.under_way + self.done + self.failed
    }

    /// How many are settled.
    pub(in crate::texts) fn settled(self) -> usize {
        self.done + self.failed
    }

    /// Whether nothing is under way and nothing more will be sent.
    pub(in crate::texts) fn at_rest(self) -> bool {
        self.under_way == 0 && (!self.running || self.waiting == 0)
    }
}

/// The writes by their numbers.
#[derive(Debug, Default)]
pub(in crate::texts) struct Batch {
    fates: Vec<Fate>,
    counts: Counts,
    /// Before this number nothing waits.
    next: usize,
}

impl Batch {
    /// So many, none of them sent.
    pub(in crate::texts) fn new(all: usize) -> Self {
        let counts = Counts { waiting: all, running: true, ..Counts::default() };
        Self { fates: vec![Fate::Waiting; all], counts, next: 0 }
    }

    /// How many there are of each fate.
    pub(in crate::texts) fn counts(&self) -> Counts {
        self.counts
    }

    /// The number of the next one to send now; it is under way from here on.
    pub(in crate::texts) fn next(&mut self) -> Option<usize> {
        if !self.counts.running || self.counts.under_way >= AT_ONCE {
            return None;
        }
        let rest = self.fates.iter().enumerate().skip(self.next);
        let number = rest.into_iter().find(|(_, fate)| **fate == Fate::Waiting).map(|(number, _)| number)?;
        self.next = number + 1;
        self.put(number, Fate::UnderWay);
        Some(number)
    }

    /// One that is under way has been answered.
    pub(in crate::texts) fn settle(&mut self, number: usize, answer: Result<(), Reason>) {
        if self.fates.get(number) != Some(&Fate::UnderWay) {
            return;
        }
        match answer {
            Ok(()) => self.put(number, Fate::Done),
            Err(reason) if reason.hits_all() => {
                self.put(number, Fate::Waiting);
                self.next = self.next.min(number);
                self.counts.running = false;
                self.counts.halted = match reason {
                    Reason::Failed(failure) => Some(failure),
                    Reason::Changed => None,
                };
            }
            Err(reason) => self.put(number, Fate::Failed(reason)),
        }
    }

    /// Sends no more; what is under way is seen through.
    pub(in crate::texts) fn stop(&mut self) {
        self.counts.running = false;
    }

    /// Sends what waits.
    pub(in crate::texts) fn go_on(&mut self) {
        self.counts.running = true;
        self.counts.halted = None;
    }

    /// Sends what failed once more, and nothing else but what waits.
    pub(in crate::texts) fn retry(&mut self) {
        for number in self.those(|fate| matches!(fate, Fate::Failed(_))) {
            self.put(number, Fate::Waiting);
        }
        self.next = 0;
        self.go_on();
    }

    /// The numbers of those with such a fate.
    pub(in crate::texts) fn those(&self, such: impl Fn(Fate) -> bool) -> Vec<usize> {
        self.fates.iter().enumerate().filter(|(_, fate)| such(**fate)).map(|(number, _)| number).collect()
    }

    /// Every reason for which one failed, in the order in which they are first met.
    pub(in crate::texts) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for fate in &self.fates {
            if let Fate::Failed(reason) = fate
                && !reasons.contains(reason)
            {
                reasons.push(*reason);
            }
        }
        reasons
    }

    fn put(&mut self, number: usize, fate: Fate) {
        if let Some(known) = self.fates.get_mut(number) {
            *count(&mut self.counts, *known) -= 1;
            *count(&mut self.counts, fate) += 1;
            *known = fate;
        }
    }
}

fn count(counts: &mut Counts, fate: Fate) -> &mut usize {
    match fate {
        Fate::Waiting => &mut counts.waiting,
        Fate::UnderWay => &mut counts.under_way,
        Fate::Done => &mut counts.done,
        Fate::Failed(_) => &mut counts.failed,
    }
}

/// How many seconds are left when so many took so many milliseconds; `None` before anything can be said.
pub(in crate::texts) fn seconds_left(done: usize, milliseconds: f64, left: usize) -> Option<u32> {
    let number = |n: usize| u32::try_from(n).map_or(f64::INFINITY, f64::from);
    if done < 2 * AT_ONCE || milliseconds < 1000.0 {
        return None;
    }
    let seconds = milliseconds * number(left) / number(done) / 1000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative, and it saturates")]
    Some(seconds.ceil() as u32)
}

#[cfg(test)]
mod tests;
