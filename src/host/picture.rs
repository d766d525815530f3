//! Pictures made of drawings; [`super::browser::save_bytes`] gives them to the user.

use std::cell::RefCell;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlImageElement, Url};

use super::browser::address_of;

/// The type of a picture's file.
pub const PNG: &str = "image/png";

/// Pixels of a picture for one of its drawing, where that stays below [`PIXELS_LIMIT`].
const SHARPNESS: f64 = 2.0;
/// The most pixels of a picture: what every browser draws.
const PIXELS_LIMIT: f64 = 16_000_000.0;

/// An SVG document of this width and height, in pixels, as the bytes of a PNG with two pixels for each.
///
/// # Errors
/// What the browser says.
pub async fn png(svg: &str, width: f32, height: f32) -> Result<Vec<u8>, JsValue> {
    let url = address_of("image/svg+xml", svg.as_bytes())?;
    let drawn = drawn(&url, f64::from(width).ceil(), f64::from(height).ceil()).await;
    // It has no other use.
    let _ = Url::revoke_object_url(&url);
    let blob = blob_of(&drawn?).await?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A picture of the address on a canvas.
async fn drawn(url: &str, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let picture = HtmlImageElement::new()?;
    picture.set_src(url);
    JsFuture::from(picture.decode()).await?;
    let sharpness = SHARPNESS.min((PIXELS_LIMIT / (width * height).max(1.0)).sqrt());
    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.dyn_into()?;
    canvas.set_width(pixels(width * sharpness));
    canvas.set_height(pixels(height * sharpness));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &picture,
        0.0,
        0.0,
        width * sharpness,
        height * sharpness,
    )?;
    Ok(canvas)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Never negative, and below the limit.
fn pixels(length: f64) -> u32 {
    length.round().max(1.0) as u32
}

/// What a canvas shows as a file; the browser gives none of one that is too large for it.
async fn blob_of(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let failed = RefCell::new(None);
    let promise = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            // Resolving cannot fail.
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if let Err(reason) = canvas.to_blob(done.unchecked_ref()) {
            failed.replace(Some(reason));
        }
    });
    match failed.into_inner() {
        Some(reason) => Err(reason),
        None => JsFuture::from(promise).await?.dyn_into(),
    }
}

fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)
}
