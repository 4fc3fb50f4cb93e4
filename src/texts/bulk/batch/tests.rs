//! In any order of events: never too many at once, no second effect, every number accounted for.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// What can happen from outside.
#[derive(Debug, Clone, Copy)]
enum Event {
    Next,
    /// One of those under way, chosen by this number, is answered so.
    Answer(usize, Answer),
    Stop,
    GoOn,
    Retry,
}

/// How the service answers a write that it sees for the first time.
#[derive(Debug, Clone, Copy)]
enum Answer {
    Effect,
    /// It took effect, and the answer was lost.
    Lost,
    Refused,
    SessionEnded,
    Offline,
}

fn event() -> impl Strategy<Value = Event> {
    let answer = prop_oneof![
        4 => Just(Answer::Effect),
        2 => Just(Answer::Lost),
        2 => Just(Answer::Refused),
        1 => Just(Answer::SessionEnded),
        1 => Just(Answer::Offline),
    ];
    prop_oneof![
        8 => Just(Event::Next),
        8 => (any::<usize>(), answer).prop_map(|(which, answer)| Event::Answer(which, answer)),
        1 => Just(Event::Stop),
        2 => Just(Event::GoOn),
        1 => Just(Event::Retry),
    ]
}

/// The service: it knows each request id, which is the number here, and answers one that it has seen with 412, which
/// the sender takes as done.
#[derive(Default)]
struct Service {
    effects: Vec<usize>,
}

impl Service {
    fn answer(&mut self, number: usize, answer: Answer) -> Result<(), Reason> {
        let failed = |failure| Err(Reason::Failed(failure));
        match answer {
            Answer::SessionEnded => failed(Failure::SessionEnded),
            Answer::Offline => failed(Failure::Offline),
            _ if self.effects.contains(&number) => Ok(()),
            Answer::Refused => failed(Failure::Refused),
            Answer::Effect => {
                self.effects.push(number);
                Ok(())
            }
            Answer::Lost => {
                self.effects.push(number);
                failed(Failure::Unreachable)
            }
        }
    }
}

proptest! {
    #[test]
    fn never_too_many_at_once_and_no_second_effect(all in 0_usize..30, events in vec(event(), 0..300)) {
        let mut batch = Batch::new(all);
        let mut service = Service::default();
        let mut under_way: Vec<usize> = Vec::new();
        for event in events {
            match event {
                Event::Next => under_way.extend(batch.next()),
                Event::Answer(which, answer) if !under_way.is_empty() => {
                    let number = under_way.swap_remove(which % under_way.len());
                    batch.settle(number, service.answer(number, answer));
                }
                Event::Answer(..) => {}
                Event::Stop => batch.stop(),
                Event::GoOn => batch.go_on(),
                Event::Retry => batch.retry(),
            }
            let counts = batch.counts();
            prop_assert!(under_way.len() <= AT_ONCE);
            prop_assert_eq!(counts.under_way, under_way.len());
            prop_assert_eq!(counts.all(), all);
            let done = batch.those(|fate| fate == Fate::Done);
            prop_assert_eq!(done.len(), counts.done);
            prop_assert!(done.iter().all(|number| service.effects.contains(number)));
        }
        // In the end, with nothing in the way, everything is done once.
        while batch.counts().done < all {
            batch.retry();
            under_way.extend(batch.next());
            while let Some(number) = under_way.pop() {
                batch.settle(number, service.answer(number, Answer::Effect));
            }
        }
        service.effects.sort_unstable();
        prop_assert_eq!(service.effects, (0..all).collect::<Vec<_>>());
        prop_assert!(batch.counts().at_rest());
    }
}

fn failed(failure: Failure) -> Result<(), Reason> {
    Err(Reason::Failed(failure))
}

#[test]
fn the_end_of_the_session_stops_all_and_loses_nothing() {
    let mut batch = Batch::new(6);
    let sent: Vec<_> = std::iter::from_fn(|| batch.next()).collect();
    assert_eq!(sent, [0, 1, 2, 3]);
    batch.settle(0, Ok(()));
    batch.settle(1, failed(Failure::SessionEnded));
    assert_eq!(batch.counts().halted, Some(Failure::SessionEnded));
    assert!(batch.next().is_none());
    batch.settle(2, failed(Failure::SessionEnded));
    batch.settle(3, Ok(()));
    assert_eq!((batch.counts().waiting, batch.counts().done, batch.counts().failed), (4, 2, 0));
    batch.go_on();
    assert_eq!(std::iter::from_fn(|| batch.next()).collect::<Vec<_>>(), [1, 2, 4, 5]);
}

#[test]
fn only_what_failed_is_sent_again() {
    let mut batch = Batch::new(3);
    while batch.next().is_some() {}
    batch.settle(0, Ok(()));
    batch.settle(1, failed(Failure::NotFound));
    batch.settle(2, Err(Reason::Changed));
    assert_eq!(batch.reasons(), [Reason::Failed(Failure::NotFound), Reason::Changed]);
    assert!(batch.counts().at_rest());
    batch.retry();
    assert_eq!((batch.next(), batch.next(), batch.next()), (Some(1), Some(2), None));
}

#[test]
fn the_time_left_follows_the_pace_so_far() {
    assert_eq!(seconds_left(1, 5000.0, 100), None);
    assert_eq!(seconds_left(100, 10.0, 100), None);
    assert_eq!(seconds_left(100, 2000.0, 100), Some(2));
    assert_eq!(seconds_left(100, 2000.0, 9901), Some(199));
    assert_eq!(seconds_left(100, 2000.0, 0), Some(0));
}
