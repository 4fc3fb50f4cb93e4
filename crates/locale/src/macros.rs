//! One definition of a group of words: each key with its Danish and its English side by side.

/// Writes a struct of `&'static str` and its two constants. A key without both languages does not compile.
macro_rules! word_group {
    ($(#[$about:meta])* pub struct $name:ident { $( $key:ident = $danish:expr, $english:expr; )* }) => {
        $(#[$about])*
        pub struct $name {$(
            #[doc = $danish]
            pub $key: &'static str,
        )*}

        impl $name {
            pub(crate) const DANISH: Self = Self { $($key: $danish,)* };
            pub(crate) const ENGLISH: Self = Self { $($key: $english,)* };

            /// Every key with its Danish and its English.
            #[cfg(test)]
            pub(crate) const KEYS: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($key), $danish, $english),)*];
        }
    };
}
