//! Reading JSON, member by member. Derived readers would be shorter to write, but serde compiles one for
//! every type (60 KB of WebAssembly for the protocol); these share one `Value`.

use serde_json::{Map, Value};

use super::Malformed;
use super::names::Named;

/// The members of a JSON object, by the types they must have.
#[derive(Clone, Copy)]
pub struct Members<'a>(&'a Map<String, Value>);

/// Every reader fails with [`Malformed`] naming the member that is missing or of another type.
#[allow(clippy::missing_errors_doc)]
impl<'a> Members<'a> {
    /// The members of `json`, that must be an object; `what` names it in the error.
    ///
    /// # Errors
    /// [`Malformed`] for anything else.
    pub fn of(json: &'a Value, what: &'static str) -> Result<Self, Malformed> {
        json.as_object().map(Self).ok_or(Malformed(what))
    }

    /// Whatever stands there; null where nothing does.
    pub fn any(self, name: &str) -> &'a Value {
        self.0.get(name).unwrap_or(&Value::Null)
    }

    /// All members, by name.
    pub fn iter(self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.0.iter()
    }

    /// An object.
    pub fn object(self, name: &'static str) -> Result<Members<'a>, Malformed> {
        Members::of(self.any(name), name)
    }

    /// An object, where there is one.
    pub fn optional_object(self, name: &'static str) -> Result<Option<Members<'a>>, Malformed> {
        match self.any(name) {
            Value::Null => Ok(None),
            value => Members::of(value, name).map(Some),
        }
    }

    /// The entries of a list.
    pub fn list(self, name: &'static str) -> Result<&'a [Value], Malformed> {
        self.any(name).as_array().map(Vec::as_slice).ok_or(Malformed(name))
    }

    /// The entries of a list, each read by `read`.
    pub fn all<T>(
        self,
        name: &'static str,
        read: impl Fn(Members<'a>) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        self.list(name)?.iter().map(|value| read(Members::of(value, name)?)).collect()
    }

    /// The identities or texts of a list.
    pub fn texts<T: From<&'a str>>(self, name: &'static str) -> Result<Vec<T>, Malformed> {
        let text = |value: &'a Value| value.as_str().map(T::from).ok_or(Malformed(name));
        self.list(name)?.iter().map(text).collect()
    }

    /// A text.
    pub fn str(self, name: &'static str) -> Result<&'a str, Malformed> {
        self.any(name).as_str().ok_or(Malformed(name))
    }

    /// A text or an identity.
    pub fn text<T: From<&'a str>>(self, name: &'static str) -> Result<T, Malformed> {
        self.str(name).map(T::from)
    }

    /// A text or an identity, where there is one.
    pub fn optional_text<T: From<&'a str>>(self, name: &'static str) -> Result<Option<T>, Malformed> {
        match self.any(name) {
            Value::Null => Ok(None),
            value => value.as_str().map(|text| Some(T::from(text))).ok_or(Malformed(name)),
        }
    }

    /// One of the words that the wire has for a choice.
    pub fn named<T: Named>(self, name: &'static str) -> Result<T, Malformed> {
        T::from_name(self.str(name)?)
    }

    /// A whole number that fits its type.
    pub fn number<T: TryFrom<i64>>(self, name: &'static str) -> Result<T, Malformed> {
        whole(self.any(name), name)
    }

    /// A whole number, where there is one.
    pub fn optional_number<T: TryFrom<i64>>(self, name: &'static str) -> Result<Option<T>, Malformed> {
        match self.any(name) {
            Value::Null => Ok(None),
            value => whole(value, name).map(Some),
        }
    }

    /// The whole numbers of a list.
    pub fn numbers<T: TryFrom<i64>>(self, name: &'static str) -> Result<Vec<T>, Malformed> {
        self.list(name)?.iter().map(|value| whole(value, name)).collect()
    }

    /// A yes or no.
    pub fn flag(self, name: &'static str) -> Result<bool, Malformed> {
        self.any(name).as_bool().ok_or(Malformed(name))
    }

    /// The members as a map.
    pub fn map(self) -> &'a Map<String, Value> {
        self.0
    }
}

fn whole<T: TryFrom<i64>>(value: &Value, name: &'static str) -> Result<T, Malformed> {
    value.as_i64().and_then(|number| T::try_from(number).ok()).ok_or(Malformed(name))
}
