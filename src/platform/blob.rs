//! Bytes that the browser can save or show: a blob URL that is revoked when it is dropped.

use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::platform::browser;

/// A blob URL. Dropping it revokes it: the browser forgets the bytes.
pub(crate) struct BlobUrl(String);

impl BlobUrl {
    /// Makes a blob of the media type out of its parts. `None` when the browser refuses, for want of memory.
    pub(crate) fn new(parts: &js_sys::Array, media_type: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_u8_array_sequence_and_options(parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// The address, for as long as this lives.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for BlobUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Lets the browser save what the URL holds as a file of this name.
pub(crate) fn save(url: &BlobUrl, name: &str) {
    let link = browser::document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(url.as_str());
        link.set_download(name);
        link.click();
    }
}
