//! Changing values of any type over one type of signal.
//!
//! Leptos compiles its signals and memos anew for each type of value, one to two kilobytes each. Under these lies one
//! signal and one memo for all types: what is compiled for a type is only the way in and out. Knows only Leptos.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Source};

type Value = Arc<dyn Any + Send + Sync>;

/// A value that views follow.
pub(crate) struct Live<T>(RwSignal<Value>, PhantomData<fn() -> T>);

/// A value made of others, anew when they change; who follows it learns only of another value.
pub(crate) struct Derived<T>(Memo<Value>, PhantomData<fn() -> T>);

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Default + Send + Sync + 'static> Default for Live<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Default + Send + Sync + 'static> Live<T> {
    /// With its first value.
    pub(crate) fn new(value: T) -> Self {
        Self(signal(Arc::new(value)), PhantomData)
    }

    /// A look at the value; a view that takes it follows the value.
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&typed(follow(self.0)))
    }

    /// A look that follows nothing.
    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&typed(glance(self.0)))
    }

    /// Puts another value in its place. Without effect when the page that it belonged to is gone.
    pub(crate) fn set(self, value: T) {
        put(self.0, Arc::new(value));
    }
}

impl<T: Clone + Default + Send + Sync + 'static> Live<T> {
    /// The value; a view that reads it follows it.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, followed by nobody.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes a part of the value.
    pub(crate) fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let mut value = self.get_untracked();
        let result = change(&mut value);
        self.set(value);
        result
    }
}

impl Live<u32> {
    /// Counts on, and answers the number.
    pub(crate) fn next(self) -> u32 {
        self.update(|number| {
            *number = number.wrapping_add(1);
            *number
        })
    }
}

impl<T: Default + PartialEq + Send + Sync + 'static> Derived<T> {
    /// With the way to make it.
    pub(crate) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(memo(Box::new(move || Arc::new(make())), differ::<T>), PhantomData)
    }

    /// A look at the value; a view that takes it follows the value.
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&typed(self.0.try_get()))
    }

    /// A look that follows nothing.
    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&typed(self.0.try_get_untracked()))
    }
}

impl<T: Clone + Default + PartialEq + Send + Sync + 'static> Derived<T> {
    /// The value; a view that reads it follows it.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }
}

fn signal(value: Value) -> RwSignal<Value> {
    RwSignal::new(value)
}

fn memo(make: Box<dyn Fn() -> Value + Send + Sync>, differ: fn(Option<&Value>, Option<&Value>) -> bool) -> Memo<Value> {
    Memo::new_with_compare(move |_| make(), differ)
}

/// A signal keeps a trace of everybody who ever followed it until it changes, and the language or the session hardly
/// ever do: whoever goes takes their trace along, or what remains of pages long gone would fill the memory.
fn follow(signal: RwSignal<Value>) -> Option<Value> {
    if let Some(follower) = Observer::get() {
        on_cleanup(move || signal.remove_subscriber(&follower));
    }
    signal.try_get()
}

fn glance(signal: RwSignal<Value>) -> Option<Value> {
    signal.try_get_untracked()
}

fn put(signal: RwSignal<Value>, value: Value) {
    let _ = signal.try_set(value);
}

/// The value as what it is. It is gone only when the page that it belonged to is, and then nobody sees it any more.
fn typed<T: Default + Send + Sync + 'static>(value: Option<Value>) -> Arc<T> {
    value.and_then(|value| value.downcast().ok()).unwrap_or_default()
}

fn differ<T: PartialEq + 'static>(before: Option<&Value>, now: Option<&Value>) -> bool {
    fn typed<T: 'static>(value: Option<&Value>) -> Option<&T> {
        value.and_then(|value| value.downcast_ref())
    }
    typed::<T>(before) != typed(now)
}
