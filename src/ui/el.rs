//! Elements made by functions.
//!
//! Yew's `html!` unrolls every element in place, some 200 bytes of code each, and again as much for a list of
//! children that are expressions. With the hundreds of elements that the screens have, that alone would cost half
//! of the budget for the download; so only what needs what the macro knows (components, boxes to tick) is written with it.

use std::rc::Rc;

use yew::html::{onblur, onclick, oninput, onkeydown, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};

/// An element being made.
pub struct El(Box<VTag>);

/// An element with classes; an empty string for none.
#[inline(never)]
pub fn el(name: &'static str, class: &'static str) -> El {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    El(Box::new(tag))
}

/// An element with a text.
#[inline(never)]
pub fn line(name: &'static str, class: &'static str, content: AttrValue) -> Html {
    el(name, class).child(text(content))
}

/// An element with children.
#[inline(never)]
pub fn group(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    el(name, class).children(children)
}

/// A text.
#[inline(never)]
pub fn text(content: AttrValue) -> Html {
    VNode::VText(VText::new(content))
}

/// Nothing, in a place where sometimes something is: with it the parts after it stay the same elements.
pub fn none() -> Html {
    VNode::default()
}

/// A field to type in: of one line, or with so many rows.
#[inline(never)]
pub fn field(rows: Option<&'static str>, value: AttrValue, limit: usize) -> El {
    let mut field = match rows {
        Some(rows) => el("textarea", "").fixed("rows", rows),
        None => el("input", "").fixed("type", "text"),
    };
    field.0.set_value(value);
    field.attr("maxlength", limit.to_string().into())
}

/// Several nodes without an element of their own.
#[inline(never)]
pub fn list(children: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(children, None)))
}

impl El {
    /// An attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// An attribute whose value never changes.
    #[inline(never)]
    pub fn fixed(self, name: &'static str, value: &'static str) -> Self {
        self.attr(name, AttrValue::Static(value))
    }

    /// An attribute that is there, with this value, only where a condition holds.
    #[inline(never)]
    pub fn fixed_if(self, condition: bool, name: &'static str, value: &'static str) -> Self {
        if condition { self.fixed(name, value) } else { self }
    }

    /// A property of the element itself, for what an attribute only says at first.
    #[inline(never)]
    pub fn property(mut self, name: &'static str, value: bool) -> Self {
        self.0.add_property(name, value);
        self
    }

    /// What tells it from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// A way to find it again.
    #[inline(never)]
    pub fn node(mut self, node: NodeRef) -> Self {
        self.0.node_ref = node;
        self
    }

    /// What a click does.
    #[inline(never)]
    pub fn click(self, callback: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// What sending a form does.
    #[inline(never)]
    pub fn submit(self, callback: Callback<SubmitEvent>) -> Self {
        self.listen(Rc::new(onsubmit::Wrapper::new(callback)))
    }

    /// What typing does.
    #[inline(never)]
    pub fn input(self, callback: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// What leaving a field does.
    #[inline(never)]
    pub fn blur(self, callback: Callback<FocusEvent>) -> Self {
        self.listen(Rc::new(onblur::Wrapper::new(callback)))
    }

    /// What pressing a key does.
    #[inline(never)]
    pub fn keydown(self, callback: Callback<KeyboardEvent>) -> Self {
        self.listen(Rc::new(onkeydown::Wrapper::new(callback)))
    }

    /// What an event does.
    pub fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.add_listener(listener);
        self
    }

    /// With one child.
    #[inline(never)]
    pub fn child(mut self, child: Html) -> Html {
        self.0.add_child(child);
        self.done()
    }

    /// With children.
    #[inline(never)]
    pub fn children(mut self, children: Vec<Html>) -> Html {
        self.0.add_children(children);
        self.done()
    }

    /// With a text.
    #[inline(never)]
    pub fn text(self, content: AttrValue) -> Html {
        self.child(text(content))
    }

    /// As it is.
    #[inline(never)]
    pub fn done(self) -> Html {
        VNode::VTag(Rc::new(*self.0))
    }
}
