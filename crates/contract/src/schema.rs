//! What the document says of an element, as data: made from the same lines that make the Rust types.
//!
//! [`dto!`] writes a struct and its [`Schema`] from one definition, so that the two cannot differ. The schema is
//! what a test holds against `interface.json`, and what the backend's `/openapi.json` is made of.

/// Where a parameter outside of the body is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
}

impl ParameterLocation {
    /// The name in OpenAPI and `interface.json`.
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

/// How often an element occurs: the document's column "Forekomst".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurs {
    /// `1`
    Once,
    /// `0 - 1`
    Optional,
    /// `0 - *`
    Many,
}

impl Occurs {
    /// As the document writes it.
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::Once => "1",
            Self::Optional => "0 - 1",
            Self::Many => "0 - *",
        }
    }
}

/// A type of the document with its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The document's name of the type; `None` for the seven elements that have none.
    pub type_name: Option<&'static str>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The greatest number of characters; the document tells it in a description only.
    pub max_length: Option<usize>,
    /// The document's pattern, as written: it means a full match.
    pub pattern: Option<&'static str>,
    /// The elements inside.
    pub children: &'static [Element],
}

impl Schema {
    /// A type without bounds or children.
    pub const fn plain(type_name: &'static str) -> Self {
        Self { type_name: Some(type_name), min_length: None, max_length: None, pattern: None, children: &[] }
    }
}

/// One row of the document's tables "Input" and "Output".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// The document's name.
    pub name: &'static str,
    /// Where an input that is not in the body stands.
    pub place: Option<ParameterLocation>,
    /// Its type.
    pub schema: Schema,
    /// How often it occurs.
    pub occurs: Occurs,
    /// The document's description; empty where it has none.
    pub description: &'static str,
}

impl Element {
    /// An element of type `T` that stands in a body or an answer.
    pub const fn of<T: Described>(name: &'static str, description: &'static str) -> Self {
        Self { name, place: None, schema: T::SCHEMA, occurs: T::OCCURS, description }
    }

    /// An element of type `T` that stands in the path, the query or a header.
    pub const fn at<T: Described>(place: ParameterLocation, name: &'static str, description: &'static str) -> Self {
        Self { name, place: Some(place), schema: T::SCHEMA, occurs: T::OCCURS, description }
    }
}

/// A type that the document describes.
pub trait Described {
    /// What the document says of the type.
    const SCHEMA: Schema;
    /// How often an element of this type occurs.
    const OCCURS: Occurs = Occurs::Once;

    /// Whether the element is left out when written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A type of the document that also occurs as a collection.
pub(crate) trait Dto: Described {
    /// The document's name of the type.
    const NAME: &'static str;
    /// The document's name of a collection of it.
    const COLLECTION_NAME: &'static str;
}

impl<T: Described> Described for Option<T> {
    const SCHEMA: Schema = T::SCHEMA;
    const OCCURS: Occurs = Occurs::Optional;

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Dto> Described for Vec<T> {
    const SCHEMA: Schema = Schema {
        children: &[Element { name: T::NAME, place: None, schema: T::SCHEMA, occurs: Occurs::Many, description: "" }],
        ..Schema::plain(T::COLLECTION_NAME)
    };
}

impl Described for String {
    const SCHEMA: Schema = Schema::plain("string");
}
impl Described for bool {
    const SCHEMA: Schema = Schema::plain("boolean");
}
impl Described for i32 {
    const SCHEMA: Schema = Schema::plain("int32");
}
impl Described for uuid::Uuid {
    const SCHEMA: Schema = Schema::plain("uuid");
}

/// For `skip_serializing_if`: an absent 0–1 element is left out.
pub(crate) fn absent<T: Described>(value: &T) -> bool {
    value.is_absent()
}

/// Writes structs of the document with their [`Schema`]. Each field: the document's description as the doc comment
/// (none where the document has none), the Rust name, the document's name, the type (`Option` for `0 - 1`). After a `+`: what
/// is known of the value beside what the document says.
macro_rules! dto {
    ($(
        $(#[doc = $about:literal])*
        pub struct $name:ident {
            $( $(#[doc = $description:literal])* $field:ident = $json:literal : $type:ty, )*
            $( + $(#[doc = $beside:literal])* $extra:ident : $extra_type:ty, )?
        }
    )*) => {$(
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name {$(
            #[doc = concat!("`", $json, "`. ", $($description),*)]
            #[serde(rename = $json, skip_serializing_if = "crate::schema::absent")]
            pub $field: $type,
        )*$(
            $(#[doc = $beside])*
            #[serde(skip)]
            pub $extra: $extra_type,
        )?}

        impl crate::json::FromJson for $name {
            fn from_json<J: crate::json::Json>(json: &J) -> Result<Self, crate::json::DecodeError> {
                crate::json::object(json)?;
                Ok(Self { $($field: crate::json::member(json, $json)?,)* $($extra: Default::default(),)? })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::deserialize(deserializer)
            }
        }

        impl crate::schema::Described for $name {
            const SCHEMA: crate::schema::Schema = crate::schema::Schema {
                children: &[$(
                    crate::schema::Element::of::<$type>($json, concat!($($description),*).trim_ascii()),
                )*],
                ..crate::schema::Schema::plain(stringify!($name))
            };
        }

        impl crate::schema::Dto for $name {
            const NAME: &'static str = stringify!($name);
            const COLLECTION_NAME: &'static str = concat!(stringify!($name), "Collection");
        }
    )*};
}
pub(crate) use dto;
