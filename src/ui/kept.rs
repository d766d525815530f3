//! A value that stays the same one while it is equal.

use std::rc::Rc;

use yew::prelude::*;

/// The value as it was drawn last where it is equal, so that what compares by identity finds nothing new.
#[hook]
pub fn use_kept<T: PartialEq + 'static>(value: &Rc<T>) -> Rc<T> {
    let kept = use_mut_ref(|| value.clone());
    let mut kept = kept.borrow_mut();
    if **kept != **value {
        *kept = value.clone();
    }
    kept.clone()
}
