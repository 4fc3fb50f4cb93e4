//! Signals and memos that compile to one type.
//!
//! Leptos compiles a copy of its signals and memos for every type of value. Here one signal and one memo carry all types.
//! Measured with brotli against plain `RwSignal` and `Memo`: 5.8 kB less for every user, 14.9 kB less for the texts.
//! Depends on Leptos only.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Source};

type Value = Arc<dyn Any + Send + Sync>;

/// A signal of any type over one compiled type.
pub(crate) struct ErasedSignal<T>(RwSignal<Value>, PhantomData<fn() -> T>);

/// A memo of any type over one compiled type. Notifies only when its value changes.
pub(crate) struct ErasedMemo<T>(Memo<Value>, PhantomData<fn() -> T>);

impl<T> Clone for ErasedSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ErasedSignal<T> {}

impl<T> Clone for ErasedMemo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ErasedMemo<T> {}

impl<T: Default + Send + Sync + 'static> Default for ErasedSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Default + Send + Sync + 'static> ErasedSignal<T> {
    /// A signal with an initial value.
    pub(crate) fn new(value: T) -> Self {
        Self(signal(Arc::new(value)), PhantomData)
    }

    /// Applies a function to the value, and subscribes to it.
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&typed(follow(self.0)))
    }

    /// Applies a function to the value without subscribing.
    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&typed(glance(self.0)))
    }

    /// Replaces the value. Does nothing after the signal was disposed of.
    pub(crate) fn set(self, value: T) {
        put(self.0, Arc::new(value));
    }
}

impl<T: Clone + Default + Send + Sync + 'static> ErasedSignal<T> {
    /// The value; subscribes to it.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without subscribing.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Changes the value in place.
    pub(crate) fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let mut value = self.get_untracked();
        let result = change(&mut value);
        self.set(value);
        result
    }
}

impl ErasedSignal<u32> {
    /// Increments the number and returns it.
    pub(crate) fn next(self) -> u32 {
        self.update(|number| {
            *number = number.wrapping_add(1);
            *number
        })
    }
}

impl<T: Default + PartialEq + Send + Sync + 'static> ErasedMemo<T> {
    /// A memo of this function.
    pub(crate) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(memo(Box::new(move || Arc::new(make())), differ::<T>), PhantomData)
    }

    /// Applies a function to the value, and subscribes to it.
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&typed(self.0.try_get()))
    }

    /// Applies a function to the value without subscribing.
    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&typed(self.0.try_get_untracked()))
    }
}

impl<T: Clone + Default + PartialEq + Send + Sync + 'static> ErasedMemo<T> {
    /// The value; subscribes to it.
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

/// A signal keeps its subscribers until it changes, and the language or the session hardly ever do. Unsubscribe on
/// cleanup, or disposed pages leak.
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

/// Downcasts the value. It is missing only after the signal was disposed of, when nobody sees the default.
fn typed<T: Default + Send + Sync + 'static>(value: Option<Value>) -> Arc<T> {
    value.and_then(|value| value.downcast().ok()).unwrap_or_default()
}

fn differ<T: PartialEq + 'static>(before: Option<&Value>, now: Option<&Value>) -> bool {
    fn typed<T: 'static>(value: Option<&Value>) -> Option<&T> {
        value.and_then(|value| value.downcast_ref())
    }
    typed::<T>(before) != typed(now)
}

/// Runs now, and again whenever what it reads changes.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    fn erased(act: Box<dyn FnMut()>) {
        Effect::new(act);
    }
    erased(Box::new(act));
}
